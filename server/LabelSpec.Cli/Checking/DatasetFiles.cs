using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Checking;

/// <summary>The files that an entry of a project's <c>datasets</c> stands for, which must be there.</summary>
static class DatasetFiles
{
    public static IEnumerable<ReadInput> Of(ProjectFile project, DatasetEntry entry)
    {
        var (paths, unmatched) = project.FilesOf(entry);
        return unmatched is null
            ? paths.Select(path => new ReadInput(DisplayPath.Of(path)))
            : throw CommandFailure.Unreadable(
                $"{DisplayPath.Of(project.FilePath)} names '{unmatched}', but there is no such file"
            );
    }
}
