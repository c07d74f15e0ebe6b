using System.Text.Json;

namespace LabelSpec.LanguageServer.Protocol;

public enum CompletionItemKind
{
    Text = 1,
    Method = 2,
    Function = 3,
    Constructor = 4,
    Field = 5,
    Variable = 6,
    Class = 7,
    Interface = 8,
    Module = 9,
    Property = 10,
    Unit = 11,
    Value = 12,
    Enum = 13,
    Keyword = 14,
    Snippet = 15,
    Color = 16,
    File = 17,
    Reference = 18,
    Folder = 19,
    EnumMember = 20,
    Constant = 21,
    Struct = 22,
    Event = 23,
    Operator = 24,
    TypeParameter = 25,
}

public enum InsertTextFormat
{
    PlainText = 1,
    Snippet = 2,
}

public sealed record CompletionContext(int TriggerKind, string? TriggerCharacter);

public sealed record CompletionParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    CompletionContext? Context
) : IDocumentParams;

public sealed record CompletionItemLabelDetails(string? Detail, string? Description);

public sealed record CompletionItem(
    string Label,
    CompletionItemKind? Kind = null,
    CompletionItemLabelDetails? LabelDetails = null,
    string? Detail = null,
    MarkupContent? Documentation = null,
    string? SortText = null,
    string? FilterText = null,
    string? InsertText = null,
    InsertTextFormat? InsertTextFormat = null,
    TextEdit? TextEdit = null,
    IReadOnlyList<TextEdit>? AdditionalTextEdits = null,
    IReadOnlyList<string>? CommitCharacters = null,
    IReadOnlyList<int>? Tags = null,
    bool? Preselect = null,
    Command? Command = null,
    JsonElement? Data = null
);

public sealed record CompletionList(bool IsIncomplete, IReadOnlyList<CompletionItem> Items);
