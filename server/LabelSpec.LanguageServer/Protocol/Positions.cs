namespace LabelSpec.LanguageServer.Protocol;

/// <summary>A place in a document: line and character from 0, characters in UTF-16 units; the wire may count otherwise (<see cref="Workspace.Encodings.PositionTranslator"/>).</summary>
public readonly record struct Position(int Line, int Character);

/// <summary>From the start up to, not including, the end.</summary>
public readonly record struct Range(Position Start, Position End);

public sealed record Location(string Uri, Range Range);

public sealed record LocationLink(
    Range? OriginSelectionRange,
    string TargetUri,
    Range TargetRange,
    Range TargetSelectionRange
);

public sealed record TextDocumentIdentifier(string Uri);

public sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

/// <param name="Version">Null for a file that is not open. Then it is written as null: VS Code refuses an edit without it.</param>
public sealed record OptionalVersionedTextDocumentIdentifier(
    string Uri,
    [property: System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never
    )]
        int? Version
);

public sealed record TextDocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position)
    : IDocumentParams;

public sealed record TextDocumentParams(TextDocumentIdentifier TextDocument) : IDocumentParams;

public sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string value) => new("markdown", value);
}

public sealed record Command(
    string Title,
    [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name,
    IReadOnlyList<System.Text.Json.JsonElement>? Arguments = null
);
