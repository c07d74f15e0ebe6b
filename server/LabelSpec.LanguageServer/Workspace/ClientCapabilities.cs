using System.Text.Json;
using LabelSpec.LanguageServer.Workspace.Encodings;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>What the client said it can do. A client that says nothing can do nothing.</summary>
/// <param name="announced">As the client sent it.</param>
/// <param name="info">Who the client is.</param>
/// <param name="options">The section <c>labelspec</c> of what it was started with.</param>
public sealed class ClientCapabilities(
    JsonElement? announced,
    Protocol.ClientInfo? info = null,
    JsonElement? options = null
)
{
    PositionEncoding? _encoding;

    public static ClientCapabilities None { get; } = new(null);

    /// <summary>Whether it has the commands of VS Code, which several editors share.</summary>
    public bool IsVsCode =>
        info?.Name is { } name
        && (name.Contains("Code", StringComparison.Ordinal) || name.Contains("VSCodium", StringComparison.Ordinal));

    /// <summary>What the characters of positions count that it sends and is sent.</summary>
    public PositionEncoding PositionEncoding => _encoding ??= PositionEncoding.For(this);

    public bool Snippets => Has("textDocument.completion.completionItem.snippetSupport");

    public bool LabelDetails => Has("textDocument.completion.completionItem.labelDetailsSupport");

    public bool PullDiagnostics => Announces("textDocument.diagnostic");

    public bool DiagnosticRefresh => Has("workspace.diagnostics.refreshSupport");

    public bool HierarchicalSymbols => Has("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");

    public bool DefinitionLinks => Has("textDocument.definition.linkSupport");

    public bool VersionedEdits => Has("workspace.workspaceEdit.documentChanges");

    /// <summary>Whether an edit can make a file.</summary>
    public bool MakesFiles => VersionedEdits && Lists("workspace.workspaceEdit.resourceOperations", "create");

    /// <summary>Whether it shows actions that cannot be done, with the reason.</summary>
    public bool ShowsDisabledActions => Has("textDocument.codeAction.disabledSupport");

    public bool ChangeAnnotations => Announces("workspace.workspaceEdit.changeAnnotationSupport");

    public bool WatchedFilesRegistration => Has("workspace.didChangeWatchedFiles.dynamicRegistration");

    public bool WorkDoneProgress => Has("window.workDoneProgress");

    public bool Configuration => Has("workspace.configuration");

    public bool LineFoldingOnly => Has("textDocument.foldingRange.lineFoldingOnly");

    public bool LazyCodeActionEdits =>
        Lists("textDocument.codeAction.resolveSupport.properties", "edit")
        && Has("textDocument.codeAction.dataSupport");

    /// <summary>
    /// Whether it has the command that shows a picture. It says so once, at its start: settings that come later do not repeat it.
    /// </summary>
    public bool ShowsPictures => Says("showPicture");

    /// <summary>Whether it has the command that lists the findings of a rule.</summary>
    public bool ListsFindings => Says("showFindings");

    bool Says(string option) =>
        options is { ValueKind: JsonValueKind.Object } section
        && section.TryGetProperty(option, out var says)
        && says.ValueKind == JsonValueKind.True;

    /// <summary>Whether it lays semantic tokens over the colours of a grammar of its own.</summary>
    public bool AugmentsSyntaxTokens => Has("textDocument.semanticTokens.augmentsSyntaxTokens");

    public bool VirtualDocuments => Announces("workspace.textDocumentContent");

    /// <summary>Whether a member is there and not <c>false</c> or <c>null</c>.</summary>
    /// <param name="path">Names with dots between them.</param>
    public bool Announces(string path) =>
        Find(path) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined) };

    /// <summary>Whether a member is <c>true</c>.</summary>
    public bool Has(string path) => Find(path) is { ValueKind: JsonValueKind.True };

    /// <summary>Whether a list of texts has an item.</summary>
    public bool Lists(string path, string item) =>
        Find(path) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.String && entry.ValueEquals(item));

    /// <summary>Whether a list of numbers has an item.</summary>
    public bool Lists(string path, int item) =>
        Find(path) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().Any(entry => entry.TryGetInt32(out var number) && number == item);

    public JsonElement? Find(string path)
    {
        var at = announced;
        foreach (var name in path.Split('.'))
        {
            if (at is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(name, out var member))
                return null;
            at = member;
        }

        return at;
    }
}
