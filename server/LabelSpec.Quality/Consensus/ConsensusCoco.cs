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
                    .Range(0, result.Images.Length)
                    .OrderBy(image => images[image])
                    .Select(image => EntryOf(result.Images[image], images[image])),
            ],
            [.. categories.OrderBy(category => category.Id)],
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
        var ids = new long[result.Images.Length];
        var areUsable = true;
        for (var image = 0; image < ids.Length; image++)
        {
            var id = result.Images[image].Dataset.Images.Ids[result.Images[image].Row];
            areUsable &= !id.IsNone && !id.IsText;
            ids[image] = id.Value;
        }

        return areUsable && ids.Distinct().Count() == ids.Length
            ? ids
            : [.. Enumerable.Range(1, ids.Length).Select(id => (long)id)];
    }

    static CocoImageEntry EntryOf(ConsensusImage image, long id) =>
        new(id, image.Name, image.Dataset.Images.Widths[image.Row], image.Dataset.Images.Heights[image.Row]);

    static ImmutableArray<CocoCategoryEntry> CategoriesOf(ConsensusResult result)
    {
        var declared = result.Classes.Select(name => DeclarationOf(result, name)).ToList();
        var ids = declared.Select(one => one?.Id ?? RecordId.None).ToList();
        var areUsable = ids.TrueForAll(id => !id.IsNone && !id.IsText) && ids.Distinct().Count() == ids.Count;
        return
        [
            .. declared.Select(
                (one, i) =>
                    new CocoCategoryEntry(
                        areUsable ? ids[i].Value : i + 1,
                        NameOf(result, result.Classes[i]),
                        one?.Supercategory,
                        one?.Keypoints ?? [],
                        one?.Skeleton ?? []
                    )
            ),
        ];
    }

    // The first who has a category of the class; the guideline may have joined several under its own name.
    static CategoryDeclaration? DeclarationOf(ConsensusResult result, string name)
    {
        foreach (var table in result.Categories)
            for (var category = 0; category < table.Count; category++)
                if (ClassList.NameOf(result.Settings.Guideline, table.NameOf(category)) == name)
                    return table.DeclarationOf(category);
        return null;
    }

    // What files call it.
    static string NameOf(ConsensusResult result, string name) =>
        result.Settings.Guideline?.FindClass(name)?.Label ?? name;

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
            result.DatasetOf(one.Image, one.Source.Annotator),
            one
        );

    static CocoAnnotationEntry WithShape(CocoAnnotationEntry entry, Dataset dataset, ConsensusObject one)
    {
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
            var dataset = result.DatasetOf(one.Image, annotator);
            json.WriteStartObject();
            json.WriteString("annotator", result.Annotators[annotator]);
            if ((dataset.Annotations.Flags[row] & AnnotationFlags.HasId) != 0)
                json.WriteString("id", dataset.IdTexts.Show(dataset.Annotations.Ids[row]));
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
            : result.Annotators[one.Source.Annotator];
}
