using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The work as CVAT divides it: files are jobs, folders of files are tasks, all together is a project. Files that each hold one
/// picture (VOC, YOLO) are no jobs: the work is one then.
/// </summary>
public sealed record WorkHierarchy(ImmutableArray<WorkTask> Tasks)
{
    public IEnumerable<WorkJob> Jobs => Tasks.SelectMany(task => task.Jobs);

    /// <summary>The files that have images, and how many.</summary>
    internal static ImmutableSortedDictionary<string, int> FilesOf(Dataset work)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < work.Images.Count; row++)
        {
            var path = work.Files[work.Images.FileOf(row)].Path;
            files[path] = files.GetValueOrDefault(path) + 1;
        }

        return files.ToImmutable();
    }

    /// <summary>Null where the work is a single job.</summary>
    public static WorkHierarchy? Of(ComparisonResult result)
    {
        if (result.Images.IsEmpty || result.Files.Count < 2 || result.Files.Values.All(frames => frames == 1))
            return null;
        var images = result.Images.ToLookup(image => image.WorkFile, StringComparer.Ordinal);
        return new([
            .. result
                .Files.GroupBy(file => Path.GetDirectoryName(file.Key) ?? "", StringComparer.Ordinal)
                .OrderBy(folder => folder.Key, StringComparer.Ordinal)
                .Select(folder => new WorkTask(
                    folder.Key,
                    [
                        .. folder.Select(file => new WorkJob(
                            file.Key,
                            result with
                            {
                                Images = [.. images[file.Key]],
                            },
                            file.Value
                        )),
                    ]
                )),
        ]);
    }
}
