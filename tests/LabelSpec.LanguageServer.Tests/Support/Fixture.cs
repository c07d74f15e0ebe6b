using System.Text.RegularExpressions;
using LabelSpec.LanguageServer.Features;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer.Tests.Support;

/// <summary>
/// A small workspace written as one text, for tests of features without a connection. <c>//- /path</c> at the start of a line begins
/// a file, which is open in the editor; text before the first such line is <c>/project/main.labelspec</c>. <c>$0</c> is the
/// cursor, <c>$1</c>, <c>$2</c> … are more places, and <c>«…»</c> are spans that a test asks for or compares with.
/// </summary>
sealed partial class Fixture
{
    public const string MainPath = "/project/main.labelspec";

    readonly Dictionary<int, (string Path, int Offset)> _places = [];
    readonly List<(string Path, int Start, int End)> _spans = [];

    Fixture(string text, string? capabilities)
    {
        Snapshot = new WorkspaceSnapshot
        {
            Kinds = AllFeatures.Kinds,
            Disk = DiskFiles.Unread,
            Client = capabilities is null
                ? ClientCapabilities.None
                : new ClientCapabilities(System.Text.Json.JsonDocument.Parse(capabilities).RootElement),
        };
        foreach (var (path, content) in Split(text))
            Open(path, content);
    }

    public WorkspaceSnapshot Snapshot { get; private set; }

    /// <summary>The file of the cursor; without one, the first file.</summary>
    public string Path => _places.TryGetValue(0, out var cursor) ? cursor.Path : FirstPath;

    public string Uri => DocumentUri.Of(Path);

    public int Offset => Place(0);

    public Position Position => Document().Text.PositionOf(Offset);

    public IReadOnlyList<(string Path, int Start, int End)> Spans => _spans;

    string FirstPath { get; set; } = MainPath;

    /// <param name="capabilities">Those of the client, as JSON.</param>
    public static Fixture Parse(string text, string? capabilities = null) => new(text, capabilities);

    public int Place(int number) => _places[number].Offset;

    public OpenDocument Document(string? path = null) => Snapshot.DocumentAt(path ?? Path)!;

    public DocumentContext<TContent> Context<TContent>(string? path = null)
        where TContent : DocumentContent
    {
        var document = Document(path);
        return new DocumentContext<TContent>(Snapshot, document, (TContent)document.Content!);
    }

    /// <summary>The text of the cursor's file after edits, as an editor would make them.</summary>
    public string After(IEnumerable<TextEdit> edits, string? path = null)
    {
        var text = Document(path).Text;
        return Grammar.Text.TextEdit.Apply(
            text.ToString(),
            edits.Select(edit => new Grammar.Text.TextEdit(
                Grammar.Text.TextSpan.FromBounds(text.OffsetOf(edit.Range.Start), text.OffsetOf(edit.Range.End)),
                edit.NewText
            ))
        );
    }

    void Open(string path, string marked)
    {
        var text = new System.Text.StringBuilder();
        var starts = new Stack<int>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '$' && at + 1 < marked.Length && char.IsAsciiDigit(marked[at + 1]))
                _places[marked[++at] - '0'] = (path, text.Length);
            else if (marked[at] == '«')
                starts.Push(text.Length);
            else if (marked[at] == '»')
                _spans.Add((path, starts.Pop(), text.Length));
            else
                text.Append(marked[at]);
        }

        var content = new DocumentText(text.ToString());
        var uri = DocumentUri.Of(path);
        var kind = Snapshot.Kinds.FirstOrDefault(kind => kind.Claims(uri, "", content));
        if (Snapshot.Documents.IsEmpty)
            FirstPath = path;
        Snapshot = Snapshot.With(new OpenDocument(uri, kind?.Name ?? "", 1, content, kind, kind?.Open(uri, content)));
    }

    static IEnumerable<(string Path, string Text)> Split(string text)
    {
        var headers = Header().Matches(text);
        var first = headers.Count > 0 ? headers[0].Index : text.Length;
        if (text[..first].Trim().Length > 0 || headers.Count == 0)
            yield return (MainPath, text[..first]);
        for (var i = 0; i < headers.Count; i++)
        {
            var start = headers[i].Index + headers[i].Length;
            var end = i + 1 < headers.Count ? headers[i + 1].Index : text.Length;
            yield return (headers[i].Groups[1].Value, text[start..end]);
        }
    }

    [GeneratedRegex(@"^//- (\S+)\r?\n", RegexOptions.Multiline)]
    private static partial Regex Header();
}
