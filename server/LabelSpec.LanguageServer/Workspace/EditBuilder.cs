using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using TextEdit = LabelSpec.LanguageServer.Protocol.TextEdit;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>Collects edits of several files and writes them as the client can take them.</summary>
public sealed class EditBuilder(WorkspaceSnapshot snapshot)
{
    readonly SortedDictionary<string, List<TextEdit>> _edits = new(StringComparer.Ordinal);

    public bool IsEmpty => _edits.Count == 0;

    public EditBuilder Replace(string path, TextSpan span, string newText)
    {
        if (snapshot.FindAt(path) is not { } document)
            return this;
        if (!_edits.TryGetValue(path, out var edits))
            _edits[path] = edits = [];
        edits.Add(new TextEdit(document.Text.RangeOf(span.Start, span.End), WithBreaksOf(document, newText)));
        return this;
    }

    /// <summary>Not every client gives new lines the breaks that the others of the file have.</summary>
    static string WithBreaksOf(OpenDocument document, string newText)
    {
        if (!newText.Contains('\n', StringComparison.Ordinal) || newText.Contains('\r', StringComparison.Ordinal))
            return newText;
        var text = document.Text.ToString();
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        return first > 0 && text[first - 1] == '\r' ? newText.Replace("\n", "\r\n", StringComparison.Ordinal) : newText;
    }

    /// <summary>With versions where the client takes them, so that it can refuse what came too late.</summary>
    public WorkspaceEdit Build() =>
        snapshot.Client.VersionedEdits
            ? new WorkspaceEdit(
                DocumentChanges:
                [
                    .. _edits.Select(file => new DocumentChange(
                        new OptionalVersionedTextDocumentIdentifier(
                            snapshot.UriOf(file.Key),
                            snapshot.DocumentAt(file.Key)?.Version
                        ),
                        file.Value
                    )),
                ]
            )
            : new WorkspaceEdit(
                Changes: _edits.ToDictionary(
                    file => snapshot.UriOf(file.Key),
                    file => (IReadOnlyList<TextEdit>)file.Value
                )
            );
}
