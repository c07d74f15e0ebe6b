using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// What LVIS files say beside COCO's own properties: which categories were looked for in an image
/// (<c>neg_category_ids</c>, <c>not_exhaustive_category_ids</c>), and how common each category is (<c>frequency</c>).
/// </summary>
public sealed class LvisFacts
{
    readonly Dictionary<long, LvisImage> images = [];
    readonly Dictionary<long, LvisFrequency> frequencies = [];
    readonly Dictionary<long, int> categories = [];

    LvisFacts() { }

    /// <summary>One entry for each image of the input.</summary>
    public required IReadOnlyList<LvisImage> Images { get; init; }

    /// <summary>One entry for each category of the input.</summary>
    public required IReadOnlyList<LvisFrequency> Frequencies { get; init; }

    /// <summary>The facts in the order of an input; null where the first file of the ground truth states none.</summary>
    public static LvisFacts? Of(Dataset truth, CocoInput input)
    {
        var read = new LvisFacts { Images = [], Frequencies = [] };
        for (var i = 0; i < truth.Categories.Declarations.Length; i++)
            read.categories.TryAdd(
                truth.Categories.Declarations[i].Id.Value,
                input.CategoryNames.IndexOf(truth.Categories.NameOf(truth.Categories.OfDeclaration(i)))
            );
        read.Read(truth.Files[0].Bytes.From(0));
        return read.frequencies.Count == 0
            ? null
            : new LvisFacts
            {
                Images = [.. input.ImageKeys.Select(key => read.images.GetValueOrDefault(key, LvisImage.Unknown))],
                Frequencies = read.InOrder(input.CategoryNames.Length),
            };
    }

    LvisFrequency[] InOrder(int count)
    {
        var ordered = new LvisFrequency[count];
        foreach (var (id, frequency) in frequencies)
            if (categories.TryGetValue(id, out var category) && category >= 0)
                ordered[category] = frequency;
        return ordered;
    }

    void Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isImages = json.ValueTextEquals("images"u8);
            var isKnown = isImages || json.ValueTextEquals("categories"u8);
            json.Read();
            if (!isKnown || json.TokenType != JsonTokenType.StartArray)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                ReadElement(ref json, isImages);
        }
    }

    void ReadElement(ref Utf8JsonReader json, bool isImage)
    {
        long id = 0;
        LvisFrequency? frequency = null;
        ImmutableArray<int> absent = [],
            incomplete = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8) && json.Read())
            {
                if (json.TokenType == JsonTokenType.Number)
                    json.TryGetInt64(out id);
                else
                    json.Skip();
            }
            else if (json.ValueTextEquals("frequency"u8) && json.Read())
                frequency =
                    json.TokenType != JsonTokenType.String ? null
                    : json.ValueTextEquals("r"u8) ? LvisFrequency.Rare
                    : json.ValueTextEquals("c"u8) ? LvisFrequency.Common
                    : LvisFrequency.Frequent;
            else if (json.ValueTextEquals("neg_category_ids"u8) && json.Read())
                absent = ReadCategories(ref json);
            else if (json.ValueTextEquals("not_exhaustive_category_ids"u8) && json.Read())
                incomplete = ReadCategories(ref json);
            else
                json.Skip();
        }

        if (isImage)
            images[id] = new(absent, incomplete);
        else if (frequency is { } known)
            frequencies[id] = known;
    }

    ImmutableArray<int> ReadCategories(ref Utf8JsonReader json)
    {
        var read = ImmutableArray.CreateBuilder<int>();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return [];
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var id))
            {
                if (categories.TryGetValue(id, out var category) && category >= 0)
                    read.Add(category);
            }
            else
                json.Skip();
        return read.ToImmutable();
    }
}
