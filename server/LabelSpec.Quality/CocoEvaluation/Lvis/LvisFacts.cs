using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// What LVIS files say beside COCO's own properties: which categories were looked for in an image
/// (<c>neg_category_ids</c>, <c>not_exhaustive_category_ids</c>), and how common each category is (<c>frequency</c>).
/// </summary>
public sealed class LvisFacts
{
    /// <summary>One entry for each image of the input.</summary>
    public required IReadOnlyList<LvisImage> Images { get; init; }

    /// <summary>One entry for each category of the input.</summary>
    public required IReadOnlyList<LvisFrequency> Frequencies { get; init; }

    /// <summary>What the files say that means nothing, with its place.</summary>
    public ImmutableArray<(SourceSpan Place, string Message)> Problems { get; init; } = [];

    /// <summary>The facts in the order of an input; null where the ground truth states no frequency of any category.</summary>
    public static LvisFacts? Of(Dataset truth, CocoInput input)
    {
        var categories = new Dictionary<long, int>();
        for (var i = 0; i < truth.Categories.Declarations.Length; i++)
            categories.TryAdd(
                truth.Categories.Declarations[i].Id.Value,
                input.CategoryNames.IndexOf(truth.Categories.NameOf(truth.Categories.OfDeclaration(i)))
            );
        var file = new LvisFile(categories);
        for (var i = 0; i < truth.Files.Length; i++)
            file.Read(truth.Files[i].Bytes.From(0), i);
        if (file.Frequencies.Count == 0)
            return null;
        var frequencies = new LvisFrequency[input.CategoryNames.Length];
        foreach (var (category, frequency) in file.Frequencies)
            frequencies[category] = frequency;
        return new()
        {
            Images = [.. input.ImageKeys.Select(key => file.Images.GetValueOrDefault(key, LvisImage.Unknown))],
            Frequencies = frequencies,
            Problems = [.. file.Problems, .. WithoutFrequency(input, frequencies)],
        };
    }

    /// <summary>Whether the facts of a part are those of the whole, as far as the part's images and all categories go.</summary>
    internal static bool AreThoseOf(LvisFacts? part, CocoInput input, LvisFacts? whole, CocoInput ofWhole)
    {
        if (part is null || whole is null)
            return part is null == whole is null;
        return part.Frequencies.SequenceEqual(whole.Frequencies)
            && input
                .ImageKeys.Select(key => whole.Images[Array.BinarySearch(ofWhole.ImageKeys, key)])
                .Zip(part.Images)
                .All(pair =>
                    pair.First.AbsentCategories.SequenceEqual(pair.Second.AbsentCategories)
                    && pair.First.IncompleteCategories.SequenceEqual(pair.Second.IncompleteCategories)
                );
    }

    static IEnumerable<(SourceSpan, string)> WithoutFrequency(CocoInput input, LvisFrequency[] frequencies)
    {
        string[] names =
        [
            .. input.CategoryNames.Where((_, category) => frequencies[category] == LvisFrequency.Unknown),
        ];
        if (names.Length > 0)
            yield return (
                new(0, 0, 0),
                $"{names.Length} categories, first '{names[0]}', have no frequency \"r\", \"c\" or \"f\": they count in AP, "
                    + "and in none of APr, APc and APf."
            );
    }
}
