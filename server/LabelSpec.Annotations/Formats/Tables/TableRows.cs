using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>Turns the records of one table into annotations, and knows the images that they name.</summary>
sealed class TableRows(FormatFile file, TableFields fields, bool isNormalized)
{
    readonly DatasetPart part = file.Part;
    readonly TableField[] boxFields = fields.BoxFields;
    readonly Dictionary<string, int> images = new(StringComparer.Ordinal);
    readonly CoordinateSettings? settings = file.Options.Coordinates;

    /// <summary>What to multiply shares or percentages by before they are shares of 1.</summary>
    double Scale => settings?.Unit == CoordinateUnit.Percent ? 0.01 : 1;

    bool IsShare => settings?.Unit is { } unit ? unit != CoordinateUnit.Pixels : isNormalized;

    public static double LastPixel(CoordinateSettings? settings) => settings?.Edges == BoxEdges.Inclusive ? 1 : 0;

    public void Add(TableRecord record)
    {
        var image = ImageOf(record);
        // Nothing is said about the picture but that there is one.
        if (record.Box.Length == 0 && string.IsNullOrEmpty(record.Class))
            return;
        var row = new AnnotationRow(record.Span)
        {
            Image = image,
            Category = string.IsNullOrEmpty(record.Class) ? -1 : part.Category(record.Class),
            Id = string.IsNullOrEmpty(record.Id) ? RecordId.None : part.IdOf(record.Id),
            Shape = ShapeKind.Tag,
            Frame = record.Frame is >= 0 and <= int.MaxValue and var frame ? (int)frame : -1,
        };
        if (!string.IsNullOrEmpty(record.Track))
            row.Track = part.AddTrack(new(file.File, part.IdOf(record.Track), -1, Sources.SourceSpan.None));
        if (!double.IsNaN(record.Score))
            (row.Score, row.Flags) = (record.Score, AnnotationFlags.Prediction);
        if (record.Box.Length == 4)
        {
            var box = TableFields.BoxOf(
                boxFields,
                record.Box,
                settings?.Origin ?? 0,
                IsShare ? 0 : LastPixel(settings)
            );
            var (x, y) = IsShare
                ? (Scale * part.Images.Width.At(image), Scale * part.Images.Height.At(image))
                : (1.0, 1.0);
            Shapes.SetBox(ref row, new(box.Left * x, box.Top * y, box.Width * x, box.Height * y));
        }
        part.AddAnnotation(row);
    }

    int ImageOf(TableRecord record)
    {
        var name = record.Image ?? "";
        var key = double.IsNaN(record.Frame) ? name : $"{name}\0{record.Frame}";
        if (images.TryGetValue(key, out var known))
            return known;
        var (width, height) = (Pixels(record.ImageWidth), Pixels(record.ImageHeight));
        var isUnknown = IsShare && (width == 0 || height == 0);
        return images[key] = part.AddImage(
            new(record.Span)
            {
                FileName = name.Replace('\\', '/'),
                Width = isUnknown ? 1 : width,
                Height = isUnknown ? 1 : height,
                Unit = isUnknown ? CoordinateUnit.Normalized : CoordinateUnit.Pixels,
                Frame = record.Frame is >= 0 and <= int.MaxValue and var frame ? (int)frame : -1,
                Sequence = double.IsNaN(record.Frame) ? null : name,
            }
        );
    }

    static int Pixels(double number) => number is > 0 and <= int.MaxValue ? (int)number : 0;
}
