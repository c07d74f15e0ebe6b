using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>Reads tasks: each is an image with the annotations of one or more people, or the predictions of models.</summary>
sealed class LabelStudioReader(FormatFile file) : IJsonRecords
{
    /// <summary>Where annotations stand; <c>completions</c> is the name in old versions.</summary>
    public static readonly string[] AnnotationLists = ["annotations", "completions", "predictions"];

    static readonly string[] PictureExtensions = [".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"];

    readonly DatasetPart part = file.Part;
    readonly LabelStudioResultReader results = new(file);

    public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => key.IsEmpty && !IsOneTask ? JsonUse.Each : JsonUse.Whole;

    // A single task is exported as an object.
    bool IsOneTask => file.Bytes.Slice(file.Start, 4096).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    public void Read(scoped ReadOnlySpan<byte> key, JsonNode record)
    {
        if (!record.IsObject)
        {
            part.Problems.Report(JsonProblems.WrongType, record.Span, "A task is an object in braces.");
            return;
        }
        var image = AddImage(record);
        if (record["result"u8].IsArray)
        {
            ReadAnnotation(record, image, isPrediction: true);
            return;
        }
        var isRead = false;
        foreach (var name in AnnotationLists[..2])
        foreach (var annotation in record[Encoding.UTF8.GetBytes(name)].Children)
        {
            ReadAnnotation(annotation, image, isPrediction: false);
            isRead = true;
        }
        if (!isRead)
            part.Images.State[image] = ImageState.NotAnnotated;
        // Where people annotated, predictions are what they began with.
        foreach (var prediction in isRead ? default : record["predictions"u8].Children)
            ReadAnnotation(prediction, image, isPrediction: true);
    }

    /// <summary>The member of a task's data that names the picture or video.</summary>
    public static JsonNode PictureOf(JsonNode data)
    {
        foreach (var member in data.Children)
            if (member.IsText && PictureExtensions.Any(NameOf(member.Text!).ToLowerInvariant().EndsWith))
                return member;
        foreach (var name in (string[])["image", "img", "video", "ocr"])
            if (data[Encoding.UTF8.GetBytes(name)] is { IsText: true } picture)
                return picture;
        return default;
    }

    /// <summary>The labels of a result: the list that is named after its type.</summary>
    public static JsonNode LabelsOf(JsonNode result)
    {
        var value = result["value"u8];
        return result["type"u8].Text is { } type && value[Encoding.UTF8.GetBytes(type)] is { IsArray: true } labels
            ? labels
            : value["labels"u8];
    }

    int AddImage(JsonNode task)
    {
        var (width, height) = SizeOf(task);
        return part.AddImage(
            new(task.Span)
            {
                Id = task["id"u8].Id(part),
                FileName = NameOf(PictureOf(task["data"u8]).Text ?? ""),
                Width = Math.Max(1, width),
                Height = Math.Max(1, height),
                Unit = width > 0 && height > 0 ? CoordinateUnit.Pixels : CoordinateUnit.Normalized,
                State = ImageState.Annotated,
            }
        );
    }

    // Local files are named in a query; everything else stays as the file spells it.
    static string NameOf(string url)
    {
        var local = url.IndexOf("?d=", StringComparison.Ordinal);
        return local < 0 ? url : Uri.UnescapeDataString(url[(local + 3)..]);
    }

    static (int Width, int Height) SizeOf(JsonNode task)
    {
        if (SizeIn(task["result"u8]) is { Width: > 0 } own)
            return own;
        foreach (var name in AnnotationLists)
        foreach (var annotation in task[Encoding.UTF8.GetBytes(name)].Children)
            if (SizeIn(annotation["result"u8]) is { Width: > 0 } size)
                return size;
        return (0, 0);
    }

    static (int Width, int Height) SizeIn(JsonNode results)
    {
        foreach (var result in results.Children)
            if (result["original_width"u8].Pixels > 0 && result["original_height"u8].Pixels > 0)
                return (result["original_width"u8].Pixels, result["original_height"u8].Pixels);
        return (0, 0);
    }

    void ReadAnnotation(JsonNode annotation, int image, bool isPrediction)
    {
        var by = annotation["completed_by"u8];
        var annotator =
            isPrediction ? annotation["model_version"u8].Text
            : by.IsObject ? NameOf(by)
            : by.Exists ? by.Attribute(part.Texts).ToString()
            : null;
        var isCancelled = annotation["was_cancelled"u8].Flag == true;
        if (isCancelled)
            part.Images.State[image] = ImageState.Skipped;
        var flags =
            (isPrediction ? AnnotationFlags.Prediction : AnnotationFlags.None)
            | (isCancelled ? AnnotationFlags.Ignore : AnnotationFlags.None);
        results.Read(annotation["result"u8], image, annotator, flags, annotation["score"u8].Number);
    }

    // Exports that hide addresses give one to everybody: it is the id that tells people apart.
    string? NameOf(JsonNode person)
    {
        var id = person["id"u8].Exists ? person["id"u8].Attribute(part.Texts).ToString() : null;
        return person["email"u8].Text is not { } email ? id
            : id is null ? email
            : $"{email} ({id})";
    }
}
