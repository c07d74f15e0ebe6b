using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Reading;

/// <summary>How each file is read: as the caller declares, and where the caller says nothing, as the project says.</summary>
sealed class FileOptions(ReadOptions common)
{
    readonly Dictionary<DatasetEntry, ReadOptions> ofEntry = new(ReferenceEqualityComparer.Instance);

    public ReadOptions Of(string path)
    {
        if (common.Project?.EntryOf(path) is not { } entry)
            return common;
        if (ofEntry.TryGetValue(entry, out var known))
            return known;
        return ofEntry[entry] = common with
        {
            Format = common.Format ?? (entry.Format is { } format ? AnnotationFormats.Find(format) : null),
            ImageRoot = common.ImageRoot ?? (entry.Images is { } images ? common.Project.FullPath(images) : null),
            Coordinates = common.Coordinates ?? entry.Coordinates,
            Columns = common.Columns ?? entry.Columns,
        };
    }
}
