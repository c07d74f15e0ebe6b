using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelSpec.LanguageServer.Features;

/// <summary>What an item (a lens, an action) remembers until somebody looks at it: its document, and what else is needed to complete it.</summary>
static class ItemData
{
    public static string? UriOf(JsonElement? data) => TextOf(data, "uri");

    public static string? TextOf(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static int? NumberOf(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } known
        && known.TryGetProperty(name, out var value)
        && value.TryGetInt32(out var number)
            ? number
            : null;

    public static JsonElement Of(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
