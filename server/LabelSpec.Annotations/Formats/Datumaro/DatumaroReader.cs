using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Datumaro;

/// <summary>Reads categories and items of one file.</summary>
sealed class DatumaroReader(FormatFile file) : IJsonRecords
{
    readonly DatasetPart part = file.Part;
    readonly DatumaroAnnotationReader annotations = new(file);

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) =>
        key.SequenceEqual("categories"u8) ? JsonUse.Whole
        : key.SequenceEqual("items"u8) ? JsonUse.Each
        : key.IsEmpty ? JsonUse.Each
        : JsonUse.Pass;

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (key.SequenceEqual("categories"u8))
            ReadCategories(record);
        else if (key.SequenceEqual("items"u8))
            ReadItem(record);
    }

    void ReadCategories(JsonNode categories)
    {
        var keypoints = new Dictionary<int, JsonNode>();
        foreach (var item in categories["points"u8]["items"u8].Children)
            keypoints[item["label_id"u8].Index] = item;
        var index = 0;
        foreach (var label in categories["label"u8]["labels"u8].Children)
        {
            var points = keypoints.GetValueOrDefault(index);
            part.AddDeclaration(
                new CategoryDeclaration
                {
                    Span = label.Span,
                    Id = part.IdOf(index++),
                    Name = label["name"u8].Text ?? label.Text,
                    Supercategory = label["parent"u8].Text is { Length: > 0 } parent ? parent : null,
                    Keypoints = [.. Texts(points["labels"u8])],
                    Skeleton = [.. Pairs(points["joints"u8])],
                    Attributes =
                    [
                        .. Texts(label["attributes"u8])
                            .Select(name => new AttributeDeclaration { Name = name, Span = label.Span }),
                    ],
                }
            );
        }
    }

    static List<string> Texts(JsonNode array)
    {
        var texts = new List<string>();
        foreach (var text in array.Children)
            texts.Add(text.Text ?? "");
        return texts;
    }

    // As in COCO, points are counted from 1.
    static List<(int, int)> Pairs(JsonNode array)
    {
        var pairs = new List<(int, int)>();
        foreach (var pair in array.Children)
            pairs.Add((pair[0].Index - 1, pair[1].Index - 1));
        return pairs;
    }

    void ReadItem(JsonNode item)
    {
        if (!item.IsObject)
        {
            part.Problems.Report(JsonProblems.WrongType, item.Span, "An item is an object in braces.");
            return;
        }
        var media = DatumaroFormat.Media(item);
        var name = media["path"u8].Text is { Length: > 0 } path ? path : item["id"u8].Text ?? "";
        var image = part.AddImage(
            new(item.Span)
            {
                Id = item["id"u8].Id(part),
                FileName = name.Replace('\\', '/'),
                Width = media["size"u8][1].Pixels,
                Height = media["size"u8][0].Pixels,
                Frame = item["attr"u8]["frame"u8].Index,
            }
        );
        foreach (var attribute in item["attr"u8].Children)
            part.SetImageAttribute(image, attribute.KeyText, attribute.Attribute(part.Texts));
        foreach (var annotation in item["annotations"u8].Children)
            annotations.Read(annotation, image);
        if (!item["annotations"u8].IsArray)
            part.Problems.Report(JsonProblems.MissingField, item.Span, "The item has no array 'annotations'.");
    }
}
