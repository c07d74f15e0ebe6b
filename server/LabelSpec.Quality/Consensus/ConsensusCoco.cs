using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>A consensus as COCO, with scores, votes and provenance of each object under <c>consensus</c>.</summary>
public static class ConsensusCoco
{
    public static CocoDocument Of(ConsensusResult result)
    {
        var images = ImageIds(result);
        var categories = CategoriesOf(result);
        return new(
            [
                .. Enumerable
                    .Range(0, result.Images.Count)
                    .OrderBy(image => images[image])
                    .Select(image => EntryOf(result, image, images[image])),
            ],
            categories,
            [
                .. result
                    .Objects.OrderBy(one => images[one.Image])
                    .Select((one, i) => EntryOf(result, one, i + 1, images[one.Image], categories[one.Class].Id)),
            ]
        );
    }

    // The ids of the first who has the image, where they tell images apart.
    static long[] ImageIds(ConsensusResult result)
    {
        var ids = new long[result.Images.Count];
        var areUsable = true;
        for (var image = 0; image < ids.Length; image++)
        {
            var (dataset, row) = FirstOf(result, image);
            var id = dataset.Images.Ids[row];
            areUsable &= !id.IsNone && !id.IsText;
            ids[image] = id.Value;
        }

        return areUsable && ids.Distinct().Count() == ids.Length
            ? ids
            : [.. Enumerable.Range(1, ids.Length).Select(id => (long)id)];
    }

    static (Dataset Dataset, int Row) FirstOf(ConsensusResult result, int image)
    {
        for (var annotator = 0; annotator < result.Annotators.Count; annotator++)
            if (result.Images.RowOf(image, annotator) is >= 0 and var row)
                return (result.Annotators[annotator].Dataset, row);
        throw new InvalidOperationException("An image that nobody has is no image.");
    }

    static CocoImageEntry EntryOf(ConsensusResult result, int image, long id)
    {
        var (dataset, row) = FirstOf(result, image);
        return new(id, result.Images.NameOf(image), dataset.Images.Widths[row], dataset.Images.Heights[row]);
    }

    static ImmutableArray<CocoCategoryEntry> CategoriesOf(ConsensusResult result)
    {
        var declared = result
            .Classes.Names.Select(name =>
                result
                    .Annotators.Select(annotator => annotator.Dataset.Categories)
                    .Where(table => table.IndexOf(name) >= 0)
                    .Select(table => table.DeclarationOf(table.IndexOf(name)))
                    .FirstOrDefault()
            )
            .ToList();
        var ids = declared.Select(one => one?.Id ?? RecordId.None).ToList();
        var areUsable = ids.TrueForAll(id => !id.IsNone && !id.IsText) && ids.Distinct().Count() == ids.Count;
        return
        [
            .. declared.Select(
                (one, i) =>
                    new CocoCategoryEntry(
                        areUsable ? ids[i].Value : i + 1,
                        result.Classes.Names[i],
                        one?.Supercategory,
                        one?.Keypoints ?? [],
                        one?.Skeleton ?? []
                    )
            ),
        ];
    }

    static CocoAnnotationEntry EntryOf(
        ConsensusResult result,
        ConsensusObject one,
        long id,
        long image,
        long category
    ) =>
        WithShape(
            new()
            {
                Id = id,
                ImageId = image,
                CategoryId = category,
                Attributes =
                [
                    .. one.Attributes.Select(attribute => (attribute.Name, attribute.Value)),
                    .. result.Settings.Method == ConsensusMethod.Cvat
                        ? [("score", AttributeValue.Of(one.Score))]
                        : ImmutableArray<(string, AttributeValue)>.Empty,
                ],
                More = json => WriteProvenance(json, result, one),
            },
            result.Annotators[one.Source.Annotator],
            one
        );

    static CocoAnnotationEntry WithShape(CocoAnnotationEntry entry, AnnotatorWork source, ConsensusObject one)
    {
        var dataset = source.Dataset;
        var row = one.Source.Row;
        if (one.AveragedMask is { } averaged)
            return entry with { Box = averaged.Bounds, Area = averaged.Area, Mask = averaged };
        if (one.AveragedBox is { } mean)
            return entry with { Box = mean, Area = mean.Area };
        return entry.WithShapeOf(dataset, row);
    }

    static void WriteProvenance(Utf8JsonWriter json, ConsensusResult result, ConsensusObject one)
    {
        json.WriteStartObject("consensus");
        json.WriteNumber("score", one.Score);
        json.WriteNumber("label_score", one.LabelScore);
        json.WriteNumber("shape_score", one.ShapeScore);
        json.WriteNumber("votes", one.Votes);
        json.WriteNumber("of", one.Looked);
        json.WriteString("shape_of", NameOf(result, one));
        if (one.Group > 0)
            json.WriteNumber("group", one.Group);
        json.WriteStartArray("members");
        foreach (var (annotator, row) in one.Members)
        {
            var work = result.Annotators[annotator];
            json.WriteStartObject();
            json.WriteString("annotator", work.Name);
            if ((work.Dataset.Annotations.Flags[row] & AnnotationFlags.HasId) != 0)
                json.WriteString("id", work.Dataset.IdTexts.Show(work.Dataset.Annotations.Ids[row]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("attribute_votes");
        foreach (var attribute in one.Attributes)
            json.WriteString(attribute.Name, $"{attribute.Votes}/{attribute.Answers}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static string? NameOf(ConsensusResult result, ConsensusObject one) =>
        one.AveragedBox is not null || one.AveragedMask is not null
            ? "average"
            : result.Annotators[one.Source.Annotator].Name;
}
