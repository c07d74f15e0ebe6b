using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// A value in a <see cref="JsonTree"/>, or a missing one: members of what is missing are missing too, so that a path can be
/// followed without asking at each step. It counts until the tree is filled again.
/// </summary>
public readonly struct JsonNode
{
    readonly JsonTree? tree;
    readonly int index;

    internal JsonNode(JsonTree tree, int index) => (this.tree, this.index) = (tree, index);

    public bool Exists => tree is not null;

    public JsonKind Kind => tree is null ? JsonKind.None : tree[index].Kind;

    public bool IsObject => Kind == JsonKind.Object;

    public bool IsArray => Kind == JsonKind.Array;

    public bool IsText => Kind == JsonKind.Text;

    public bool IsNumber => Kind == JsonKind.Number;

    /// <summary>Members of an object or elements of an array.</summary>
    public int Count => tree is null ? 0 : tree[index].Children;

    /// <summary>The value's bytes, a text with its quotes.</summary>
    public SourceSpan Span => tree is null ? SourceSpan.None : tree.Span(tree[index].Start, tree[index].End);

    /// <summary>The bytes of the key and the value.</summary>
    public SourceSpan MemberSpan => tree is null || !HasKey ? Span : tree.Span(tree[index].KeyStart, tree[index].End);

    public bool HasKey => tree is not null && tree[index].KeyEnd > 0;

    /// <summary>The key without its quotes, escapes as they stand.</summary>
    public ReadOnlySpan<byte> Key => HasKey ? tree!.Text(tree[index].KeyStart + 1, tree[index].KeyEnd - 1) : [];

    public string KeyText => Decode(Key, null);

    public ReadOnlySpan<byte> Raw => tree is null ? [] : tree.Text(tree[index].Start, tree[index].End);

    public JsonChildren Children => new(tree, index);

    /// <summary>The member of a key; the last one where it stands twice, as readers take it.</summary>
    public JsonNode this[ReadOnlySpan<byte> name]
    {
        get
        {
            var found = default(JsonNode);
            if (!IsObject)
                return found;
            foreach (var child in Children)
                if (child.Key.SequenceEqual(name) || (child.Key.Contains((byte)'\\') && child.IsNamed(name)))
                    found = child;
            return found;
        }
    }

    /// <summary>The element of an index.</summary>
    public JsonNode this[int element]
    {
        get
        {
            if (!IsArray || element < 0 || element >= Count)
                return default;
            foreach (var child in Children)
                if (element-- == 0)
                    return child;
            return default;
        }
    }

    /// <summary>The number, also of a text that is one; NaN for anything else.</summary>
    public double Number
    {
        get
        {
            if (Kind is not (JsonKind.Number or JsonKind.Text))
                return double.NaN;
            var raw = IsText ? Inside : Raw;
            var cursor = new JsonCursor(raw);
            return cursor.ReadNumber(out var number) && cursor.IsAtEnd ? number : double.NaN;
        }
    }

    /// <summary>The text; null for anything else.</summary>
    public string? Text => IsText ? Decode(Inside, null) : null;

    /// <summary>The text of a value that repeats (a class, a name of an attribute); null for anything else.</summary>
    public string? TextIn(TextPool pool) => IsText ? Decode(Inside, pool) : null;

    /// <summary>The bytes between the quotes; empty for anything but a text.</summary>
    public ReadOnlySpan<byte> Inside => IsText && Raw.Length >= 2 ? Raw[1..^1] : [];

    /// <summary>True or false, also as 0 and 1; null for anything else.</summary>
    public bool? Flag =>
        Kind switch
        {
            JsonKind.True => true,
            JsonKind.False => false,
            JsonKind.Number when Number is 0 or 1 => Number == 1,
            _ => null,
        };

    /// <summary>A whole number from 0; −1 for anything else.</summary>
    public int Index =>
        Number is >= 0 and <= int.MaxValue and var number && number == Math.Floor(number) ? (int)number : -1;

    /// <summary>The number of pixels; 0 for anything that is none.</summary>
    public int Pixels => Number is > 0 and <= int.MaxValue and var number ? (int)number : 0;

    /// <summary>An id: an integer or a text; none for anything else.</summary>
    public RecordId Id(DatasetPart part)
    {
        if (IsText)
            return Inside.Length is > 0 and <= 256 ? part.IdOf(Decode(Inside, part.Texts)) : RecordId.None;
        return IsNumber && JsonNumber.TryParseInteger(Raw, out var number) ? part.IdOf(number) : RecordId.None;
    }

    /// <summary>The value as an attribute; an object of truth values is the list of those that are true, others count as their text.</summary>
    public AttributeValue Attribute(TextPool pool)
    {
        switch (Kind)
        {
            case JsonKind.True:
            case JsonKind.False:
                return AttributeValue.Of(Kind == JsonKind.True);
            case JsonKind.Number:
                return AttributeValue.Of(Number);
            case JsonKind.Text:
                return AttributeValue.Of(Decode(Inside, pool));
            case JsonKind.Object:
                return Choices() ?? AttributeValue.Of(Encoding.UTF8.GetString(Raw));
            case JsonKind.Array:
                var texts = new List<string>(Count);
                foreach (var child in Children)
                    texts.Add(child.Attribute(pool).ToString());
                return AttributeValue.Of(texts.ToArray());
            default:
                return AttributeValue.Null;
        }
    }

    /// <summary>An object of nothing but truth values is a list of choices: the names of those that are true.</summary>
    AttributeValue? Choices()
    {
        var chosen = new List<string>(Count);
        foreach (var child in Children)
            if (child.Kind is not (JsonKind.True or JsonKind.False))
                return null;
            else if (child.Kind == JsonKind.True)
                chosen.Add(child.KeyText);
        return Count == 0 ? null : AttributeValue.Of(chosen.ToArray());
    }

    /// <summary>
    /// The numbers of an array, and of the arrays in it, in order. What is no number and stands where one belongs keeps its place as NaN: x and y
    /// would be exchanged behind it.
    /// </summary>
    public void AddNumbersTo(List<double> numbers)
    {
        if (Kind is JsonKind.Number or JsonKind.Text or JsonKind.Null or JsonKind.True or JsonKind.False)
            numbers.Add(Number);
        else if (IsArray)
            foreach (var child in Children)
                child.AddNumbersTo(numbers);
    }

    bool IsNamed(ReadOnlySpan<byte> name) => Encoding.UTF8.GetBytes(KeyText).AsSpan().SequenceEqual(name);

    static string Decode(ReadOnlySpan<byte> raw, TextPool? pool) =>
        raw.Contains((byte)'\\') ? JsonText.Unescape(raw)
        : pool is null ? Encoding.UTF8.GetString(raw)
        : pool.Get(raw);
}
