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

    /// <summary>
    /// The folders that patterns begin with, and the files of exceptions: `data` of `data/*.json`. They follow where a folder gets another
    /// name, and nothing is linked to them.
    /// </summary>
    public static IEnumerable<FileNameSpan> FoldersIn(ProjectFile project)
    {
        foreach (var (key, written) in Named(project).Concat(Patterns(project)))
        {
            if (project.Positions.Find(key) is not { } range || Literal(written) is not { Length: > 0 } folder)
                continue;
            // A quoted pattern has its folder behind the quote.
            var place = TextSpan.FromBounds(range.StartOffset, range.EndOffset);
            var start = place.Length > written.Length ? place.Start + (place.Length - written.Length) / 2 : place.Start;
            yield return new FileNameSpan(
                new TextSpan(start, folder.Length),
                folder,
                project.FullPath(folder).Replace('\\', '/'),
                false
            );
        }
    }

    static IEnumerable<(string Key, string Path)> Patterns(ProjectFile project)
    {
        for (var i = 0; i < project.Waive.Count; i++)
            if (project.Waive[i].File is { } file)
                yield return ($"waive[{i}].file", file);
        foreach (var (name, globs) in project.Splits?.Parts ?? new Dictionary<string, IReadOnlyList<string>>())
            for (var i = 0; i < globs.Count; i++)
            {
                yield return ($"splits.{name}[{i}]", globs[i]);
                if (globs.Count == 1)
                    yield return ($"splits.{name}", globs[i]);
            }
    }

    /// <summary>Of a pattern the folders before the first wildcard; of a path without one nothing where it is named as a file already.</summary>
    static string Literal(string written)
    {
        var wildcard = written.AsSpan().IndexOfAny("*?[{");
        return wildcard < 0 ? written : written[..Math.Max(0, written.LastIndexOf('/', wildcard))];
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
