using System.Collections.Immutable;
using System.Text.Json;

namespace LabelSpec.Quality.Comparison;

/// <summary>A value of a JSON text that remembers where it stands.</summary>
/// <param name="Start">Offset of its first byte in the file.</param>
/// <param name="End">Offset behind its last byte.</param>
sealed record JsonPart(JsonValueKind Kind, int Start, int End)
{
    /// <summary>Of a text; empty for other kinds.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of a number; 0 for other kinds.</summary>
    public double Number { get; init; }

    public ImmutableArray<JsonPart> Items { get; init; } = [];

    public ImmutableArray<JsonMember> Members { get; init; } = [];

    public bool IsNull => Kind == JsonValueKind.Null;

    /// <summary>The value of a member; null without one.</summary>
    public JsonPart? Find(string name) => Members.FirstOrDefault(member => member.Name == name)?.Value;
}
