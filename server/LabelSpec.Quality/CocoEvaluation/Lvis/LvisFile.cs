using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// Reads the properties of LVIS from a file, as leniently as the file itself is read: what strict JSON does not have is
/// passed, and broken elements end it, which the reader of the data has told already.
/// </summary>
/// <param name="categories">Index of each category by its id; −1 for one that is not evaluated.</param>
sealed class LvisFile(IReadOnlyDictionary<long, int> categories)
{
    readonly HashSet<string> told = [];

    /// <summary>By image id.</summary>
    public Dictionary<long, LvisImage> Images { get; } = [];

    /// <summary>By index of the category.</summary>
    public Dictionary<int, LvisFrequency> Frequencies { get; } = [];

    /// <summary>The first of each kind.</summary>
    public List<(SourceSpan Place, string Message)> Problems { get; } = [];

    public void Read(ReadOnlySpan<byte> text, int file)
    {
        var mark = text.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
        var json = new JsonCursor(text[mark..], mark, file);
        if (json.Peek() != JsonKind.Object)
            return;
        json.Enter('{');
        var isFirst = true;
        while (json.NextKey(ref isFirst, out var key))
        {
            var isImages = key.SequenceEqual("images"u8);
            if (!isImages && !key.SequenceEqual("categories"u8) || json.Peek() != JsonKind.Array)
            {
                if (!json.Skip())
                    return;
                continue;
            }

            json.Enter('[');
            var isFirstElement = true;
            while (json.NextElement(ref isFirstElement))
                if (!(json.Peek() == JsonKind.Object ? ReadElement(ref json, isImages) : json.Skip()))
                    return;
        }
    }

    bool ReadElement(ref JsonCursor json, bool isImage)
    {
        long? id = null;
        var frequency = LvisFrequency.Unknown;
        ImmutableArray<int> absent = [],
            incomplete = [];
        json.Enter('{');
        var isFirst = true;
        while (json.NextKey(ref isFirst, out var key))
        {
            var isRead =
                key.SequenceEqual("id"u8) ? ReadId(ref json, out id)
                : !isImage && key.SequenceEqual("frequency"u8) ? ReadFrequency(ref json, out frequency)
                : isImage && key.SequenceEqual("neg_category_ids"u8) ? ReadCategories(ref json, out absent)
                : isImage && key.SequenceEqual("not_exhaustive_category_ids"u8)
                    ? ReadCategories(ref json, out incomplete)
                : json.Skip();
            if (!isRead)
                return false;
        }

        if (id is not { } known)
            return true;
        if (isImage)
            Images[known] = new(absent, incomplete);
        else if (frequency != LvisFrequency.Unknown && categories.TryGetValue(known, out var category) && category >= 0)
            Frequencies[category] = frequency;
        return true;
    }

    // Of an id that is no whole number nothing follows: no image or category of the data has it.
    static bool ReadId(ref JsonCursor json, out long? id)
    {
        id = null;
        if (json.Peek() != JsonKind.Number)
            return json.Skip();
        if (!json.ReadNumber(out var number))
            return false;
        if (double.IsInteger(number) && Math.Abs(number) < 1L << 53)
            id = (long)number;
        return true;
    }

    bool ReadFrequency(ref JsonCursor json, out LvisFrequency frequency)
    {
        var start = json.Position;
        frequency = LvisFrequency.Unknown;
        if (json.Peek() != JsonKind.Text)
        {
            if (!json.Skip())
                return false;
        }
        else if (!json.ReadRawText(out var text, out _))
            return false;
        else
            frequency =
                text.SequenceEqual("r"u8) ? LvisFrequency.Rare
                : text.SequenceEqual("c"u8) ? LvisFrequency.Common
                : text.SequenceEqual("f"u8) ? LvisFrequency.Frequent
                : LvisFrequency.Unknown;
        if (frequency == LvisFrequency.Unknown)
            Tell(
                json.SpanFrom(start),
                "A frequency is \"r\", \"c\" or \"f\": the category counts in none of APr, APc and APf."
            );
        return true;
    }

    bool ReadCategories(ref JsonCursor json, out ImmutableArray<int> read)
    {
        read = [];
        if (json.Peek() != JsonKind.Array)
        {
            Tell(
                json.Span(json.Position, 1),
                "What was looked for in an image is a list of category ids: none was read here."
            );
            return json.Skip();
        }

        var found = ImmutableArray.CreateBuilder<int>();
        json.Enter('[');
        var isFirst = true;
        while (json.NextElement(ref isFirst))
        {
            json.SkipSpace();
            var start = json.Position;
            if (!ReadId(ref json, out var id))
                return false;
            if (id is not { } known || !categories.TryGetValue(known, out var category))
                Tell(
                    json.SpanFrom(start),
                    "An image names a category that is not declared, as one that was looked for: passed over."
                );
            else if (category >= 0)
                found.Add(category);
        }

        read = found.ToImmutable();
        return true;
    }

    void Tell(SourceSpan place, string message)
    {
        if (told.Add(message))
            Problems.Add((place, message));
    }
}
