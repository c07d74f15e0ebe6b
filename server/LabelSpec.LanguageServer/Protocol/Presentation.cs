using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelSpec.LanguageServer.Protocol;

/// <summary>Five numbers for each token: line and start relative to the token before, length, type, modifiers.</summary>
public sealed record SemanticTokens(string? ResultId, IReadOnlyList<int> Data);

public sealed record SemanticTokensRangeParams(TextDocumentIdentifier TextDocument, Range Range) : IDocumentParams;

public sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId)
    : IDocumentParams;

public sealed record SemanticTokensEdit(int Start, int DeleteCount, IReadOnlyList<int>? Data);

/// <summary>Edits of the tokens known to the client; or, where these are not known any more, all of them.</summary>
public sealed record SemanticTokensDelta(
    string? ResultId,
    IReadOnlyList<SemanticTokensEdit>? Edits,
    IReadOnlyList<int>? Data = null
);

public sealed record FoldingRange(int StartLine, int? StartCharacter, int EndLine, int? EndCharacter, string? Kind);

public sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, IReadOnlyList<Position> Positions)
    : IDocumentParams;

public sealed record SelectionRange(Range Range, SelectionRange? Parent);

public sealed record LinkedEditingRanges(IReadOnlyList<Range> Ranges, string? WordPattern);

public sealed record InlayHintParams(TextDocumentIdentifier TextDocument, Range Range) : IDocumentParams;

public sealed record InlayHintLabelPart(string Value, MarkupContent? Tooltip = null, Location? Location = null);

public sealed record InlayHint(
    Position Position,
    IReadOnlyList<InlayHintLabelPart> Label,
    int? Kind = null,
    MarkupContent? Tooltip = null,
    IReadOnlyList<TextEdit>? TextEdits = null,
    bool? PaddingLeft = null,
    bool? PaddingRight = null,
    JsonElement? Data = null
);

public sealed record CodeLens(Range Range, Command? Command, JsonElement? Data = null);

/// <summary>Shares of 1.</summary>
public sealed record Color(double Red, double Green, double Blue, double Alpha);

public sealed record ColorInformation(Range Range, Color Color);

public sealed record ColorPresentationParams(TextDocumentIdentifier TextDocument, Color Color, Range Range)
    : IDocumentParams;

public sealed record ColorPresentation(string Label, TextEdit? TextEdit);

public sealed record SignatureHelpParams(TextDocumentIdentifier TextDocument, Position Position) : IDocumentParams;

/// <summary>The part of the signature's label that is the parameter: from, to.</summary>
public sealed record ParameterInformation(IReadOnlyList<int> Label, MarkupContent? Documentation);

public sealed record SignatureInformation(
    string Label,
    MarkupContent? Documentation,
    IReadOnlyList<ParameterInformation> Parameters,
    int? ActiveParameter = null
);

public sealed record SignatureHelp(
    IReadOnlyList<SignatureInformation> Signatures,
    int ActiveSignature,
    int ActiveParameter
);

public sealed record FormattingOptions(int TabSize, bool InsertSpaces);

public sealed record DocumentFormattingParams(TextDocumentIdentifier TextDocument, FormattingOptions Options)
    : IDocumentParams;

public sealed record DocumentRangeFormattingParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    FormattingOptions Options
) : IDocumentParams;

public sealed record DocumentRangesFormattingParams(
    TextDocumentIdentifier TextDocument,
    IReadOnlyList<Range> Ranges,
    FormattingOptions Options
) : IDocumentParams;

public sealed record DocumentOnTypeFormattingParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    [property: JsonPropertyName("ch")] string Character,
    FormattingOptions Options
) : IDocumentParams;
