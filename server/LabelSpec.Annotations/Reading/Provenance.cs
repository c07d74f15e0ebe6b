using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>What a project says about where annotations come from: who made them, and what split they belong to.</summary>
sealed class Provenance(ProjectFile project, IReadOnlyList<SourceFile> files)
{
    readonly DatasetEntry?[] entries = [.. files.Select(file => project.EntryOf(file.FullPath))];
    readonly string?[] annotators = new string?[files.Count];
    readonly string?[] splits =
    [
        .. files.Select(file => project.Splits?.SplitsOf(project.RelativePath(file.FullPath)).FirstOrDefault()),
    ];

    public bool NamesAnnotators { get; } =
        project.Datasets.Concat(project.GroundTruth).Any(entry => entry.Annotator is not null);

    public bool NamesSplits { get; } = project.Splits is { Parts.Count: > 0 };

    /// <summary>Who made the annotations of a file; null when the project does not say.</summary>
    public string? AnnotatorOf(int file) =>
        entries[file] is { Annotator: not null } entry
            ? annotators[file] ??= entry.AnnotatorOf(files[file].FullPath)
            : null;

    /// <summary>The split of an image: that of the file that names it, else that of the picture.</summary>
    public string? SplitOf(int file, string image)
    {
        if (splits[file] is { } split || image.Length == 0)
            return splits[file];
        var folder = entries[file]?.Images is { } images
            ? project.FullPath(images)
            : Path.GetDirectoryName(files[file].FullPath);
        return project.Splits!.SplitsOf(project.RelativePath(Path.Combine(folder ?? "", image))).FirstOrDefault();
    }
}
