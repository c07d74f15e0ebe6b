using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Cli.Checking;

/// <summary>What a project's entry says about how its files are read.</summary>
static class DatasetOptions
{
    public static ReadOptions Of(ProjectFile? project, DatasetEntry? entry) =>
        project is null || entry is null
            ? ReadOptions.Default
            : new ReadOptions
            {
                Format = entry.Format is { } format ? AnnotationFormats.Find(format) : null,
                ImageRoot = entry.Images is { } images ? project.FullPath(images) : null,
                Annotator = entry.Annotator,
            };
}
