using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// The work as CVAT divides it: files are jobs, folders of files are tasks, all together is a project. Files that each hold one
/// picture (VOC, YOLO) are no jobs: the work is one then.
/// </summary>
public sealed record WorkHierarchy(ImmutableArray<WorkTask> Tasks)
{
    public IEnumerable<WorkJob> Jobs => Tasks.SelectMany(task => task.Jobs);

    /// <summary>Null where the work is a single job.</summary>
    public static WorkHierarchy? Of(ComparisonResult result)
    {
        if (result.Images.IsEmpty)
            return null;
        var work = result.Images[0].Data.Work;
        var frames = new int[work.Files.Length];
        for (var row = 0; row < work.Images.Count; row++)
            frames[work.Images.FileOf(row)]++;
        var files = Enumerable.Range(0, frames.Length).Where(file => frames[file] > 0).ToList();
        if (files.Count < 2 || files.TrueForAll(file => frames[file] == 1))
            return null;
        var images = result.Images.ToLookup(image => work.Images.FileOf(image.Pair.WorkRows[0]));
        return new([
            .. files
                .GroupBy(file => Path.GetDirectoryName(work.Files[file].Path) ?? "", StringComparer.Ordinal)
                .OrderBy(folder => folder.Key, StringComparer.Ordinal)
                .Select(folder => new WorkTask(
                    folder.Key,
                    [
                        .. folder
                            .OrderBy(file => work.Files[file].Path, StringComparer.Ordinal)
                            .Select(file => new WorkJob(
                                work.Files[file].Path,
                                result with
                                {
                                    Images = [.. images[file]],
                                },
                                frames[file]
                            )),
                    ]
                )),
        ]);
    }
}
