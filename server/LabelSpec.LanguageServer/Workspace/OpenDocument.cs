namespace LabelSpec.LanguageServer.Workspace;

/// <summary>A document as the editor holds it, or, for files that are not open, as it is on disk.</summary>
/// <param name="Uri">As the client writes it: its spelling is the identity.</param>
/// <param name="Version">Grows with each change; diagnostics say which one they are about. Null for a file on disk.</param>
/// <param name="Kind">What claims it; null for documents that are nobody's business.</param>
public sealed record OpenDocument(
    string Uri,
    string LanguageId,
    int? Version,
    DocumentText Text,
    IDocumentKind? Kind = null,
    DocumentContent? Content = null
)
{
    /// <summary>The path on disk, or the URI where it is not a file.</summary>
    public string Path { get; } = DocumentUri.PathOf(Uri);

    public bool IsOpen => Version is not null;
}
