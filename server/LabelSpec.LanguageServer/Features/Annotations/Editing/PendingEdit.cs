using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>What it takes to make the edit of an action that was offered without it.</summary>
/// <param name="Act"><c>fix</c>, <c>rule</c>, <c>safe</c>, <c>waive</c> or <c>baseline</c>.</param>
sealed record PendingEdit(string Act, string? Fingerprint = null, string? Rule = null, int Fix = 0)
{
    public JsonElement Write(string uri) =>
        ItemData.Of(
            new JsonObject
            {
                ["uri"] = uri,
                ["act"] = Act,
                ["fingerprint"] = Fingerprint,
                ["rule"] = Rule,
                ["fix"] = Fix,
            }
        );

    public static PendingEdit? Read(JsonElement? data) =>
        ItemData.TextOf(data, "act") is { } act
            ? new PendingEdit(
                act,
                ItemData.TextOf(data, "fingerprint"),
                ItemData.TextOf(data, "rule"),
                ItemData.NumberOf(data, "fix") ?? 0
            )
            : null;
}
