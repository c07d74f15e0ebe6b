using System.Text.Json;
using LabelSpec.Annotations.Project;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The schema of project files, asked for what may stand below a chain of keys.</summary>
static class ProjectSchemaTree
{
    static readonly JsonElement Root = JsonDocument.Parse(ProjectSchema.Text).RootElement;

    /// <summary>The part of the schema below keys; items of lists are passed over. Null where it has none.</summary>
    public static JsonElement? Find(IEnumerable<string> keys)
    {
        JsonElement? at = Root;
        foreach (var key in keys)
            at = at is { } schema
                ? Variants(schema).Select(variant => Member(variant, key)).FirstOrDefault(found => found is not null)
                : null;
        return at;
    }

    public static IEnumerable<(string Name, JsonElement Schema)> Properties(JsonElement schema) =>
        Variants(schema)
            .Where(variant => variant.TryGetProperty("properties", out _))
            .SelectMany(variant => variant.GetProperty("properties").EnumerateObject())
            .Select(property => (property.Name, property.Value))
            .DistinctBy(property => property.Name);

    /// <summary>The texts that a value may be, where the schema lists them.</summary>
    public static IEnumerable<string> Values(JsonElement schema) =>
        Variants(schema)
            .Where(variant => variant.TryGetProperty("enum", out _))
            .SelectMany(variant => variant.GetProperty("enum").EnumerateArray())
            .Select(value => value.ToString());

    public static string? Description(JsonElement schema) =>
        schema.TryGetProperty("description", out var text)
            ? text.GetString()
            : Variants(schema)
                .Where(variant => variant.TryGetProperty("description", out _))
                .Select(variant => variant.GetProperty("description").GetString())
                .FirstOrDefault();

    public static bool IsNested(JsonElement schema) => Properties(schema).Any();

    static JsonElement? Member(JsonElement schema, string key)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var found))
            return found;
        return schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object
            ? others
            : null;
    }

    /// <summary>A schema and all that it refers to or chooses from, lists as their items.</summary>
    static IEnumerable<JsonElement> Variants(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            yield break;
        yield return schema;
        if (schema.TryGetProperty("$ref", out var reference))
            foreach (var variant in Variants(Referenced(reference.GetString() ?? "")))
                yield return variant;
        if (schema.TryGetProperty("items", out var items))
            foreach (var variant in Variants(items))
                yield return variant;
        foreach (var choice in (string[])["anyOf", "oneOf", "allOf"])
            if (schema.TryGetProperty(choice, out var list))
                foreach (var option in list.EnumerateArray())
                foreach (var variant in Variants(option))
                    yield return variant;
    }

    static JsonElement Referenced(string pointer)
    {
        var at = Root;
        foreach (var part in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (!at.TryGetProperty(part, out at))
                return default;
        return at;
    }
}
