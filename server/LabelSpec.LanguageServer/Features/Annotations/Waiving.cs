using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Writes exceptions into <c>labelspec.yaml</c>, as text beside what is there.</summary>
sealed class Waiving(WorkspaceFindings findings)
{
    const int DaysOfGrace = 90;

    // People write reasons in their own language.
    static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public WaiveResult Waive(WorkspaceSnapshot snapshot, WaiveParams wish, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(wish.Because))
            throw Repairs.Failed("An exception needs a reason.");
        var until =
            wish.Until is null ? DateOnly.FromDateTime(DateTime.Now).AddDays(DaysOfGrace)
            : DateOnly.TryParseExact(wish.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day) ? day
            : throw Repairs.Failed($"'{wish.Until}' is no day such as 2027-01-31.");
        var path = DocumentUri.PathOf(wish.Uri);
        var finding = findings
            .In(snapshot, path, cancellation)
            .Select(located => located.Finding)
            .FirstOrDefault(finding => finding.Fingerprint == wish.Fingerprint);
        if (finding is null)
            throw Repairs.Failed("The finding is not there any more.");
        var project = ProjectPlace.Of(snapshot, path) ?? throw Repairs.Failed(ProjectPlace.WhyNot);
        var entry = new List<(string Key, string Value)>
        {
            ("rule", finding.Rule),
            ("file", Quoted(project.RelativePath(path))),
        };
        if (wish.Scope != "file" && finding.Image is { } image)
            entry.Add(("image", Quoted(image)));
        if (wish.Scope is not ("file" or "image") && finding.Annotation is { } annotation)
            entry.Add(("annotation", Quoted(annotation)));
        entry.Add(("because", Quoted(wish.Because.Trim())));
        entry.Add(("until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

        return new WaiveResult(
            AnnotationEdits.Of(
                snapshot,
                [(project.Path, [Insert(project.Text, entry)])],
                made: project.IsNew ? [project.Path] : []
            ),
            snapshot.UriOf(project.Path)
        );
    }

    /// <summary>At the top of the list, so that the newest exception is read first; at the end of the file without one.</summary>
    static TextEdit Insert(string text, List<(string Key, string Value)> entry)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("waive:", StringComparison.Ordinal));
        if (at < 0)
        {
            var end = new Position(lines.Length - 1, lines[^1].Length);
            return new TextEdit(
                new Range(end, end),
                (lines[^1].Length > 0 ? "\n" : "") + "waive:\n" + ItemOf(entry, "  ")
            );
        }

        var rest = lines[at]["waive:".Length..].Trim();
        if (rest is "[]")
            return new TextEdit(
                new Range(new Position(at, 0), new Position(at, lines[at].TrimEnd('\r').Length)),
                "waive:\n" + ItemOf(entry, "  ").TrimEnd('\n')
            );
        if (rest.Length > 0 && rest[0] != '#')
            throw Repairs.Failed("'waive' is written on one line; write it as a list of lines first.");
        var first = lines.Skip(at + 1).FirstOrDefault(line => line.TrimStart().StartsWith('-'));
        var indent = first is null ? "  " : first[..^first.TrimStart().Length];
        if (at + 1 == lines.Length)
        {
            var end = new Position(at, lines[at].Length);
            return new TextEdit(new Range(end, end), "\n" + ItemOf(entry, indent));
        }

        var below = new Position(at + 1, 0);
        return new TextEdit(new Range(below, below), ItemOf(entry, indent));
    }

    static string ItemOf(List<(string Key, string Value)> entry, string indent)
    {
        var item = new StringBuilder();
        foreach (var (key, value) in entry)
        {
            var dash = item.Length == 0 ? "- " : "  ";
            item.Append(indent).Append(dash).Append(key).Append(": ").Append(value).Append('\n');
        }

        return item.ToString();
    }

    // What JSON quotes, YAML reads.
    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Readable)}\"";
}
