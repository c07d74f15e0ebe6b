using LabelSpec.Annotations.Project;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>The files and folders that a project file names one by one, not by patterns.</summary>
static class ProjectPaths
{
    public static IEnumerable<FileNameSpan> FilesIn(ProjectFile project)
    {
        foreach (var (key, written) in Named(project))
            if (project.Positions.Find(key) is { } range && !written.AsSpan().ContainsAny("*?["))
                yield return new FileNameSpan(
                    TextSpan.FromBounds(range.StartOffset, range.EndOffset),
                    written,
                    project.FullPath(written).Replace('\\', '/'),
                    written.EndsWith(Workspace.Files.WorkspaceFiles.GuidelineExtension, StringComparison.Ordinal)
                );
    }

    static IEnumerable<(string Key, string Path)> Named(ProjectFile project)
    {
        if (project.Spec is { } spec)
            yield return ("spec", spec);
        if (project.Baseline is { } baseline)
            yield return ("baseline", baseline);
        foreach (
            var (section, entries) in new[] { ("datasets", project.Datasets), ("ground_truth", project.GroundTruth) }
        )
            for (var i = 0; i < entries.Count; i++)
            {
                var prefix = project.Positions.Find($"{section}[{i}]") is null ? section : $"{section}[{i}]";
                if (entries[i].Spec is { } own)
                    yield return ($"{prefix}.spec", own);
                if (entries[i].Images is { } images)
                    yield return ($"{prefix}.images", images);
                for (var j = 0; j < entries[i].Path.Count; j++)
                {
                    yield return ($"{prefix}.path[{j}]", entries[i].Path[j]);
                    if (entries[i].Path.Count == 1)
                        yield return ($"{prefix}.path", entries[i].Path[j]);
                }
            }
    }
}
