using System.Text;
using LabelSpec.Engine.Settings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Adds findings to the baseline of their project.</summary>
sealed class Baselining(WorkspaceFindings findings)
{
    /// <summary>Where a project that names none gets its baseline.</summary>
    const string NewBaseline = ".labelspec/baseline.json";

    /// <summary>What adding a finding is called for a file; null where it is not possible.</summary>
    public static string? TitleFor(WorkspaceSnapshot snapshot, string path, string rule)
    {
        if (ProjectPlace.Of(snapshot, path) is not { } place)
            return null;
        var isThere = IsThere(snapshot, place.FullPath(place.Project?.Baseline ?? NewBaseline));
        if (!isThere && !snapshot.Client.MakesFiles)
            return null;
        return place.Project?.Baseline is not null
            ? $"Add this {rule} to the baseline"
            : $"Add this {rule} to a new baseline, {NewBaseline}";
    }

    /// <summary>Why it is not possible for a file.</summary>
    public static string WhyNot(WorkspaceSnapshot snapshot, string path) =>
        ProjectPlace.Of(snapshot, path) is { } place
            ? $"The baseline {place.Project?.Baseline ?? NewBaseline} is not there; `labelspec check --update-baseline` writes it."
            : ProjectPlace.WhyNot;

    static bool IsThere(WorkspaceSnapshot snapshot, string path) =>
        snapshot.DocumentAt(path) is not null || File.Exists(path);

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
        if (chosen.Select(item => snapshot.Projects().For(item.Path)).Distinct().Count() > 1)
            throw Repairs.Failed("The findings are of several projects; name one project at a time.");
        var project = ProjectPlace.Of(snapshot, chosen[0].Path) ?? throw Repairs.Failed(ProjectPlace.WhyNot);
        var path = project.FullPath(project.Project?.Baseline ?? NewBaseline);
        var isNew = !IsThere(snapshot, path);
        isMade |= snapshot.Client.MakesFiles;
        var before = Read(snapshot, path, isMade);
        var baseline = Baseline.Empty;
        string? problem = null;
        if (before.Length > 0 && !BaselineFile.TryRead(Encoding.UTF8.GetBytes(before), out baseline, out problem))
            throw Repairs.Failed($"The baseline {path} cannot be used: {problem}");
        using var after = new MemoryStream();
        BaselineFile.Write(baseline.With(chosen.Select(item => item.Finding)), after);
        var text = new DocumentText(before);
        var edit = new TextEdit(
            new Range(default, text.PositionOf(text.Length)),
            Encoding.UTF8.GetString(after.ToArray())
        );
        List<(string, IReadOnlyList<TextEdit>)> edits = [(path, [edit])];
        if (project.Project?.Baseline is null)
            edits.Insert(0, (project.Path, [Named(project.Text)]));
        List<string> made = project.IsNew ? [project.Path] : [];
        if (isNew && snapshot.Client.MakesFiles)
            made.Add(path);
        return new BaselineResult(AnnotationEdits.Of(snapshot, edits, made), snapshot.UriOf(path), chosen.Count);
    }

    /// <summary>The key that names the baseline, at the end of the project file.</summary>
    static TextEdit Named(string text)
    {
        var document = new DocumentText(text);
        var end = document.PositionOf(document.Length);
        var isOnOwnLine = text.Length == 0 || text[^1] == '\n';
        return new TextEdit(new Range(end, end), (isOnOwnLine ? "" : "\n") + $"baseline: {NewBaseline}\n");
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
