using System.Collections.Immutable;
using System.Text.Json;

namespace LabelSpec.Quality.Comparison;

/// <summary>Reads a JSON text, or a text within one, into parts that remember where they stand.</summary>
/// <param name="utf8">The text.</param>
/// <param name="placeOf">The offset in the file of a byte of the text, and of its end.</param>
ref struct JsonPartReader(ReadOnlySpan<byte> utf8, Func<int, int> placeOf)
{
    /// <summary>Deeper ones are hostile: what people write needs a dozen levels.</summary>
    const int DeepestNesting = 64;

    readonly ReadOnlySpan<byte> utf8 = utf8;
    Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });

    /// <summary>The value; where it is no JSON, what is wrong and at which offset of the file.</summary>
    public (JsonPart? Part, string Fault, int Place) Read()
    {
        try
        {
            reader.Read();
            var part = ReadValue();
            // Throws where more stands behind it.
            reader.Read();
            return (part, "", 0);
        }
        catch (JsonException)
        {
            return reader.CurrentDepth >= DeepestNesting
                ? (null, $"this is nested deeper than {DeepestNesting} levels", Place())
                : (null, "this is no JSON", Place());
        }
        catch (InvalidOperationException)
        {
            return (
                null,
                "this text has bytes or escapes that are no characters",
                placeOf((int)reader.TokenStartIndex)
            );
        }
    }

    // The reader stands behind the last token that it understood.
    readonly int Place()
    {
        var at = (int)reader.BytesConsumed;
        while (at < utf8.Length && utf8[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return placeOf(Math.Min(at, utf8.Length));
    }

    JsonPart ReadValue()
    {
        var start = placeOf((int)reader.TokenStartIndex);
        JsonPart Part(JsonValueKind kind, int end) => new(kind, start, end);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = ReadMembers();
                return Part(JsonValueKind.Object, End()) with { Members = members };
            case JsonTokenType.StartArray:
                var items = ReadItems();
                return Part(JsonValueKind.Array, End()) with { Items = items };
            case JsonTokenType.String:
                return Part(JsonValueKind.String, End()) with { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return Part(JsonValueKind.Number, End()) with { Number = reader.GetDouble() };
            case JsonTokenType.True:
                return Part(JsonValueKind.True, End());
            case JsonTokenType.False:
                return Part(JsonValueKind.False, End());
            default:
                return Part(JsonValueKind.Null, End());
        }
    }

    readonly int End() => placeOf((int)reader.BytesConsumed);

    ImmutableArray<JsonMember> ReadMembers()
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (reader.GetString()!, placeOf((int)reader.TokenStartIndex));
            reader.Read();
            members.Add(new(name, start, ReadValue()));
        }

        return members.DrainToImmutable();
    }

    ImmutableArray<JsonPart> ReadItems()
    {
        var items = ImmutableArray.CreateBuilder<JsonPart>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue());
        return items.DrainToImmutable();
    }
}
