namespace LabelSpec.LanguageServer.Protocol;

public sealed record TextEdit(Range Range, string NewText, string? AnnotationId = null);

public sealed record CreateFileOptions(bool? Overwrite = null, bool? IgnoreIfExists = null);

/// <summary>
/// An edit of a document, or a file that is made. The protocol tells them apart by <c>kind</c>, which edits do not have; as one record, what
/// a client sends back can be read, too.
/// </summary>
public sealed record DocumentChange(
    OptionalVersionedTextDocumentIdentifier? TextDocument = null,
    IReadOnlyList<TextEdit>? Edits = null,
    string? Kind = null,
    string? Uri = null,
    CreateFileOptions? Options = null
)
{
    /// <summary>A file that is empty, or stays as it is where it is there.</summary>
    public static DocumentChange Create(string uri) =>
        new(Kind: "create", Uri: uri, Options: new CreateFileOptions(IgnoreIfExists: true));
}

public sealed record ChangeAnnotation(string Label, bool? NeedsConfirmation = null, string? Description = null);

public sealed record WorkspaceEdit(
    IReadOnlyDictionary<string, IReadOnlyList<TextEdit>>? Changes = null,
    IReadOnlyList<DocumentChange>? DocumentChanges = null,
    IReadOnlyDictionary<string, ChangeAnnotation>? ChangeAnnotations = null
);

public sealed record ApplyWorkspaceEditParams(string? Label, WorkspaceEdit Edit);

public sealed record ApplyWorkspaceEditResult(bool Applied, string? FailureReason);
