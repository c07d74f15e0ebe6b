using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>Guidelines that a project file names and that are not there: nothing would judge the data, and nothing would say so.</summary>
static class MissingGuidelines
{
    public static IEnumerable<ProjectProblem> In(WorkspaceSnapshot snapshot, ProjectFile project)
    {
        foreach (var (key, spec) in Named(project))
            if (
                !string.IsNullOrWhiteSpace(spec)
                && project.Positions.Find(key) is { } place
                && snapshot.Guidelines().TreeOf(project.FullPath(spec).Replace('\\', '/')) is null
            )
                yield return new ProjectProblem(
                    FileProblems.NotFound.Code,
                    $"There is no file \"{spec}\"; paths start at the folder of this file.",
                    place,
                    Meant(snapshot, project, spec)
                );
    }

    static IEnumerable<(string Key, string? Spec)> Named(ProjectFile project)
    {
        yield return ("spec", project.Spec);
        for (var i = 0; i < project.Datasets.Count; i++)
            yield return ($"datasets[{i}].spec", project.Datasets[i].Spec);
    }

    /// <summary>The guideline of the nearest path, or the one of this name in another folder; null where there is none.</summary>
    static string? Meant(WorkspaceSnapshot snapshot, ProjectFile project, string spec)
    {
        var paths = snapshot
            .Guidelines()
            .Paths.Where(path =>
                project.Folder.Length > 0 && DocumentUri.IsBelow(path, project.Folder.Replace('\\', '/'))
            )
            .Select(path => Path.GetRelativePath(project.Folder, path).Replace('\\', '/'))
            .ToList();
        return NearestName.Find(spec, paths)
            ?? paths.FirstOrDefault(path => Path.GetFileName(path) == Path.GetFileName(spec));
    }
}
