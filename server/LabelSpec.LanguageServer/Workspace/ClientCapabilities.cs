using System.Text.Json;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>What the client said it can do. A client that says nothing can do nothing.</summary>
public sealed class ClientCapabilities(JsonElement? announced)
{
    public static ClientCapabilities None { get; } = new(null);

    public bool Snippets => Has("textDocument.completion.completionItem.snippetSupport");

    public bool LabelDetails => Has("textDocument.completion.completionItem.labelDetailsSupport");

    public bool PullDiagnostics => Announces("textDocument.diagnostic");

    public bool DiagnosticRefresh => Has("workspace.diagnostics.refreshSupport");

    public bool HierarchicalSymbols => Has("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");

    public bool DefinitionLinks => Has("textDocument.definition.linkSupport");

    public bool VersionedEdits => Has("workspace.workspaceEdit.documentChanges");

    public bool ChangeAnnotations => Announces("workspace.workspaceEdit.changeAnnotationSupport");

    public bool WatchedFilesRegistration => Has("workspace.didChangeWatchedFiles.dynamicRegistration");

    public bool WorkDoneProgress => Has("window.workDoneProgress");

    public bool Configuration => Has("workspace.configuration");

    public bool LineFoldingOnly => Has("textDocument.foldingRange.lineFoldingOnly");

    public bool LazyCodeActionEdits =>
        Lists("textDocument.codeAction.resolveSupport.properties", "edit")
        && Has("textDocument.codeAction.dataSupport");

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
