using System.Text.Json;

namespace LabelSpec.LanguageServer.Protocol;

public sealed record CodeActionContext(
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<string>? Only = null,
    int? TriggerKind = null
);

public sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context)
    : IDocumentParams;

public sealed record CodeActionDisabled(string Reason);

public sealed record CodeAction(
    string Title,
    string Kind,
    IReadOnlyList<Diagnostic>? Diagnostics = null,
    bool? IsPreferred = null,
    CodeActionDisabled? Disabled = null,
    WorkspaceEdit? Edit = null,
    Command? Command = null,
    JsonElement? Data = null
);

public sealed record ExecuteCommandParams(
    string Command,
    IReadOnlyList<JsonElement>? Arguments = null,
    JsonElement? WorkDoneToken = null
);

public sealed record FileRename(string OldUri, string NewUri);

public sealed record RenameFilesParams(IReadOnlyList<FileRename> Files);

public sealed record FileNamed(string Uri);

public sealed record FilesParams(IReadOnlyList<FileNamed> Files);

public sealed record ConfigurationItem(string? ScopeUri, string? Section);

public sealed record ConfigurationParams(IReadOnlyList<ConfigurationItem> Items);

public sealed record ShowDocumentParams(string Uri, bool? TakeFocus, Range? Selection);

public sealed record ShowDocumentResult(bool Success);

public sealed record TextDocumentContentParams(string Uri);

public sealed record TextDocumentContentResult(string Text);
