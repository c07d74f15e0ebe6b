using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Workspace.Encodings;

/// <summary>
/// The one seam between positions on the wire and those of the server. Messages are walked through, whatever they are: a position is in
/// the document that is named nearest around it. Features, therefore, know of UTF-16 only.
/// </summary>
public sealed class PositionTranslator
{
    readonly WorkspaceSnapshot _snapshot;
    readonly bool _isIncoming;

    PositionTranslator(WorkspaceSnapshot snapshot, bool isIncoming) =>
        (_snapshot, _isIncoming) = (snapshot, isIncoming);

    /// <summary>Parameters of the client, as the server counts.</summary>
    public static JsonElement Incoming(WorkspaceSnapshot snapshot, JsonElement parameters)
    {
        if (snapshot.Client.PositionEncoding.IsNative || !HasParts(parameters))
            return parameters;
        if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("contentChanges", out _))
            return IncomingChanges(snapshot, parameters);
        return new PositionTranslator(snapshot, true).Translated(parameters, null);
    }

    /// <summary>A result, or parameters of the server, as the client counts.</summary>
    /// <param name="request">What the client asked with; the document that is meant where a result names none.</param>
    public static JsonElement Outgoing(WorkspaceSnapshot snapshot, JsonElement value, JsonElement request = default) =>
        snapshot.Client.PositionEncoding.IsNative || !HasParts(value)
            ? value
            : new PositionTranslator(snapshot, false).Translated(
                value,
                HasParts(request) ? DocumentOf(ToNode(request)) : null
            );

    static bool HasParts(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>Each change counts in the text that the changes before it made.</summary>
    static JsonElement IncomingChanges(WorkspaceSnapshot snapshot, JsonElement parameters)
    {
        var changes = (JsonObject)ToNode(parameters)!;
        if (
            DocumentOf(changes) is not { } uri
            || snapshot.Document(uri) is not { } document
            || changes["contentChanges"] is not JsonArray list
        )
            return parameters;
        var text = document.Text;
        foreach (var change in list.OfType<JsonObject>())
        {
            new PositionTranslator(snapshot, true).Walk(
                change,
                snapshot.Caches.Get<EncodedTexts>().Of(text, snapshot.Client.PositionEncoding)
            );
            text = text.With(change.Deserialize(ProtocolContext.Default.TextDocumentContentChangeEvent)!);
        }

        return ToElement(changes);
    }

    JsonElement Translated(JsonElement value, string? document)
    {
        var node = ToNode(value);
        Walk(node, TextOf(document));
        return ToElement(node!);
    }

    EncodedText? TextOf(string? document) =>
        document is null ? null : _snapshot.Caches.Get<EncodedTexts>().Of(_snapshot, document);

    void Walk(JsonNode? node, EncodedText? text)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Walk(item, text);
                break;
            case JsonObject part:
                Walk(part, text);
                break;
        }
    }

    /// <param name="isPicture">The URI is that of a picture, and positions are in the file that shows it.</param>
    void Walk(JsonObject part, EncodedText? outside, bool isPicture = false)
    {
        var text = !isPicture && DocumentOf(part) is { } named ? TextOf(named) : outside;
        Count(part, "line", "character", text);
        Count(part, "startLine", "startCharacter", text);
        Count(part, "endLine", "endCharacter", text);
        foreach (var (name, value) in part.ToList())
            if (name == "image" && value is JsonObject picture)
                Walk(picture, text, isPicture: true);
            else if (value is JsonObject or JsonArray)
                Walk(
                    value,
                    IsOfOutside(part, name) ? outside
                        : name.Contains(':', StringComparison.Ordinal) ? TextOf(name)
                        : text
                );
    }

    /// <summary>Where a link starts, and the calls of a called one, are in the document that was asked about.</summary>
    static bool IsOfOutside(JsonObject part, string name) =>
        name == "originSelectionRange" || (name == "fromRanges" && part.ContainsKey("to"));

    void Count(JsonObject part, string line, string character, EncodedText? text)
    {
        if (
            text is null
            || part[line] is not JsonValue onLine
            || part[character] is not JsonValue at
            || !onLine.TryGetValue(out int row)
            || !at.TryGetValue(out int column)
        )
            return;
        part[character] = _isIncoming ? text.FromWire(row, column) : text.ToWire(row, column);
    }

    /// <summary>The document that a part of a message is about; null where it names none.</summary>
    static string? DocumentOf(JsonNode? part) =>
        part is not JsonObject found
            ? null
            : Text(found["uri"])
                ?? Text(found["targetUri"])
                ?? DocumentOf(found["textDocument"])
                ?? DocumentOf(found["item"])
                ?? DocumentOf(found["from"])
                ?? (found.ContainsKey("data") ? DocumentOf(found["data"]) : null);

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    static JsonNode? ToNode(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? JsonArray.Create(value) : JsonObject.Create(value);

    static JsonElement ToElement(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
