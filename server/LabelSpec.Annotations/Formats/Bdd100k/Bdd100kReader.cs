using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Formats.Bdd100k;

/// <summary>Reads frames and the configuration of one file.</summary>
sealed class Bdd100kReader(FormatFile file) : IJsonRecords
{
    readonly DatasetPart part = file.Part;
    readonly Bdd100kLabelReader labels = new(file);
    int firstImage;
    int width;
    int height;
    bool isConfigured;

    /// <summary>By how much the far edge of a box lies behind the number that is written.</summary>
    public static double LastPixel(BoxEdges? edges) => edges == BoxEdges.Continuous ? 0 : 1;

    public void Read()
    {
        firstImage = part.ImageCount;
        new JsonFile(file, this).Read();
        for (var image = firstImage; image < part.ImageCount && width > 0 && height > 0; image++)
            if (part.Images.Width.At(image) == 0)
                (part.Images.Width[image], part.Images.Height[image]) = (width, height);
    }

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) =>
        key.IsEmpty ? (IsOneFrame() ? JsonUse.Whole : JsonUse.Each)
        : key.SequenceEqual("frames"u8) ? JsonUse.Each
        : key.SequenceEqual("config"u8) ? JsonUse.Whole
        : JsonUse.Pass;

    // The configuration holds for all frames.
    public bool KnowsOthers => isConfigured;

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (key.SequenceEqual("config"u8))
            ReadConfiguration(record);
        else if (record.IsObject)
            ReadFrame(record);
        else
            part.Problems.Report(JsonProblems.WrongType, record.Span, "A frame is an object in braces.");
    }

    // A file of one frame is that frame.
    bool IsOneFrame()
    {
        var head = JsonTree.Of(file.Bytes, file.Span with { Length = Math.Min(file.Span.Length, 4096) });
        return head["labels"u8].Exists || head["name"u8].IsText;
    }

    void ReadConfiguration(JsonNode configuration)
    {
        isConfigured = true;
        width = configuration["imageSize"u8]["width"u8].Pixels;
        height = configuration["imageSize"u8]["height"u8].Pixels;
        Declare(configuration["categories"u8], null, 0);
    }

    // Categories may have subcategories, which are what labels name.
    void Declare(JsonNode categories, string? parent, int depth)
    {
        foreach (var category in categories.Children)
        {
            var name = category["name"u8].Text;
            part.AddDeclaration(
                new CategoryDeclaration
                {
                    Span = category.Span,
                    Name = name,
                    Supercategory = parent,
                }
            );
            if (depth < 8)
                Declare(category["subcategories"u8], name, depth + 1);
        }
    }

    void ReadFrame(JsonNode frame)
    {
        var name = frame["name"u8].Text ?? frame["url"u8].Text ?? "";
        var video = frame["videoName"u8].TextIn(part.Texts);
        var number = frame["frameIndex"u8].Index;
        var image = part.AddImage(
            new(frame.Span)
            {
                FileName = name,
                Width = frame["size"u8]["width"u8].Pixels,
                Height = frame["size"u8]["height"u8].Pixels,
                Sequence = string.IsNullOrEmpty(video) ? null : video,
                Frame = number,
            }
        );
        foreach (var attribute in frame["attributes"u8].Children)
            part.SetImageAttribute(image, part.Texts.Get(attribute.Key), attribute.Attribute(part.Texts));
        foreach (var label in frame["labels"u8].Children)
            labels.Read(label, image, string.IsNullOrEmpty(video) ? null : video, number);
    }
}
