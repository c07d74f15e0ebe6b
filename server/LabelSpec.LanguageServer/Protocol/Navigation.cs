using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelSpec.LanguageServer.Protocol;

public enum SymbolKind
{
    File = 1,
    Module = 2,
    Namespace = 3,
    Package = 4,
    Class = 5,
    Method = 6,
    Property = 7,
    Field = 8,
    Constructor = 9,
    Enum = 10,
    Interface = 11,
    Function = 12,
    Variable = 13,
    Constant = 14,
    String = 15,
    Number = 16,
    Boolean = 17,
    Array = 18,
    Object = 19,
    Key = 20,
    Null = 21,
    EnumMember = 22,
    Struct = 23,
    Event = 24,
    Operator = 25,
    TypeParameter = 26,
}

public enum DocumentHighlightKind
{
    Text = 1,
    Read = 2,
    Write = 3,
}

public sealed record Hover(MarkupContent Contents, Range? Range);

public sealed record ReferenceContext(bool IncludeDeclaration);

public sealed record ReferenceParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    ReferenceContext Context,
    JsonElement? PartialResultToken = null,
    JsonElement? WorkDoneToken = null
) : IDocumentParams;

/// <summary>A page of places, for clients that take results page by page.</summary>
public sealed record LocationsProgress(JsonElement Token, IReadOnlyList<Location> Value);

public sealed record DocumentHighlight(Range Range, DocumentHighlightKind Kind);

public sealed record DocumentSymbol(
    string Name,
    string? Detail,
    SymbolKind Kind,
    IReadOnlyList<int>? Tags,
    Range Range,
    Range SelectionRange,
    IReadOnlyList<DocumentSymbol>? Children
);

public sealed record WorkspaceSymbolParams(string Query, JsonElement? PartialResultToken = null);

public sealed record WorkspaceSymbol(
    string Name,
    SymbolKind Kind,
    Location Location,
    string? ContainerName,
    IReadOnlyList<int>? Tags = null
);

public sealed record PrepareRenameResult(Range Range, string Placeholder);

public sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName)
    : IDocumentParams;

public sealed record DocumentLink(Range Range, string? Target, string? Tooltip, JsonElement? Data = null);

public sealed record CallHierarchyItem(
    string Name,
    SymbolKind Kind,
    string? Detail,
    string Uri,
    Range Range,
    Range SelectionRange,
    JsonElement? Data = null
);

public sealed record CallHierarchyItemParams(CallHierarchyItem Item) : IDocumentParams
{
    [JsonIgnore]
    public TextDocumentIdentifier TextDocument => new(Item.Uri);
}

public sealed record CallHierarchyIncomingCall(CallHierarchyItem From, IReadOnlyList<Range> FromRanges);

public sealed record CallHierarchyOutgoingCall(CallHierarchyItem To, IReadOnlyList<Range> FromRanges);

public sealed record TypeHierarchyItem(
    string Name,
    SymbolKind Kind,
    string? Detail,
    string Uri,
    Range Range,
    Range SelectionRange,
    JsonElement? Data = null
);

public sealed record TypeHierarchyItemParams(TypeHierarchyItem Item) : IDocumentParams
{
    [JsonIgnore]
    public TextDocumentIdentifier TextDocument => new(Item.Uri);
}
