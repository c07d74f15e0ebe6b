using System.Text;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Settings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Adds findings to the baseline of their project.</summary>
sealed class Baselining(WorkspaceFindings findings)
{
    /// <summary>Whether a baseline is named for a file, and there.</summary>
    public static bool IsPossible(WorkspaceSnapshot snapshot, string path) =>
        snapshot.Projects().For(path) is { Baseline: { } named } project
        && (
            snapshot.DocumentAt(project.FullPath(named).Replace('\\', '/')) is not null
            || File.Exists(project.FullPath(named))
        );

    /// <param name="isMade">Whether the client makes the file where it is not there: an edit alone cannot everywhere.</param>
    public BaselineResult Add(
        WorkspaceSnapshot snapshot,
        BaselineParams wish,
        bool isMade,
        CancellationToken cancellation
    )
    {
        var file = wish.Uri is null ? null : DocumentUri.PathOf(wish.Uri);
        var chosen = findings
            .Of(snapshot, cancellation)
            .Where(item => file is null || item.Path == file)
            .SelectMany(item => item.Findings.Select(located => (item.Path, located.Finding)))
            .Where(item => wish.Fingerprint is null || item.Finding.Fingerprint == wish.Fingerprint)
            .Where(item => wish.Rule is null || item.Finding.Rule == wish.Rule)
            .ToList();
        if (chosen.Count == 0)
            throw Repairs.Failed("There are no such findings any more.");
        var projects = chosen.Select(item => snapshot.Projects().For(item.Path)).Distinct().ToList();
        if (projects is not [{ Baseline: { } named } project])
            throw Repairs.Failed(
                $"A baseline is named by 'baseline:' in the {ProjectFile.FileName} of the files; name one project at a time."
            );
        var path = project.FullPath(named).Replace('\\', '/');
        var before = Read(snapshot, path, isMade);
        var baseline = Baseline.Empty;
        string? problem = null;
        if (before.Length > 0 && !BaselineFile.TryRead(Encoding.UTF8.GetBytes(before), out baseline, out problem))
            throw Repairs.Failed($"The baseline {named} cannot be used: {problem}");
        using var after = new MemoryStream();
        BaselineFile.Write(baseline.With(chosen.Select(item => item.Finding)), after);
        var text = new DocumentText(before);
        var edit = new TextEdit(
            new Range(default, text.PositionOf(text.Length)),
            Encoding.UTF8.GetString(after.ToArray())
        );
        return new BaselineResult(AnnotationEdits.Of(snapshot, [(path, [edit])]), snapshot.UriOf(path), chosen.Count);
    }

    static string Read(WorkspaceSnapshot snapshot, string path, bool isMade)
    {
        if (snapshot.DocumentAt(path) is { } document)
            return document.Text.ToString();
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (isMade && (problem is FileNotFoundException or DirectoryNotFoundException))
        {
            return "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Repairs.Failed($"The baseline {path} is not there; `labelspec check --update-baseline` writes it.");
        }
    }
}
