using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.OpenImages;

/// <summary>Reads boxes, masks' boxes, or labels of images.</summary>
sealed class OpenImagesReader(FormatFile file, bool hasNames)
{
    static readonly string[] Flags = ["IsOccluded", "IsTruncated", "IsGroupOf", "IsDepiction", "IsInside"];

    static readonly string[] Edges = ["XMin", "XMax", "YMin", "YMax"];

    static readonly string[] Shares = ["Confidence", "PredictedIoU"];

    /// <summary>When so many pictures in a row are not there, none are looked for any more.</summary>
    const int EnoughMissing = 50;

    readonly DatasetPart part = file.Part;
    readonly RowHeader header = RowHeader.Of(file.Bytes, file.File);
    readonly Dictionary<string, int> images = new(StringComparer.Ordinal);
    int missing;

    public void Read()
    {
        if (!header.Has("ImageID", "LabelName"))
        {
            part.Problems.Report(
                RowProblems.MissingColumn,
                header.Span,
                "The first line must name the columns ImageID and LabelName."
            );
            return;
        }
        var edges = Edges.Select(name => Prefix + name).ToArray();
        if (edges.Any(name => header.Has(name)) && !header.Has(edges))
        {
            part.Problems.Report(
                RowProblems.MissingColumn,
                header.Span,
                $"The first line must name the columns {string.Join(", ", edges)}."
            );
            return;
        }
        var columns = new List<(int, int)>();
        var lines = new TextLines(file.Bytes);
        lines.Next();
        while (lines.Next())
            ReadRow(TextRow.Split(lines.Line, header.Separator, columns, lines.Start, file.File));
    }

    void ReadRow(in TextRow row)
    {
        var image = ImageOf(row.Text(header["ImageID"]), row);
        var label = row.Text(header["LabelName"]);
        var annotation = new AnnotationRow(row.Span) { Image = image };
        if (hasNames)
            annotation.CategoryId = part.IdOf(label);
        else
            annotation.Category = part.Category(label);
        if (!header.Has(Prefix + Edges[0]))
            SetTag(ref annotation, row);
        else
            SetBox(ref annotation, row, image);
        if (Is(row, "IsGroupOf"))
            annotation.Flags |= AnnotationFlags.Crowd;
        var index = part.AddAnnotation(annotation);
        CheckRanges(row);
        foreach (var name in Flags)
            if (row.Number(header[name]) is 0 or 1)
                part.SetAttribute(index, name, AttributeValue.Of(Is(row, name)));
        foreach (var name in (string[])["Source", "MaskPath"])
            if (!row.Inside(header[name]).IsEmpty)
                part.SetAttribute(index, name, AttributeValue.Of(row.Text(header[name])));
    }

    void CheckRanges(in TextRow row)
    {
        foreach (var name in Flags)
            RowRanges.Code(row, header[name], name, 1, part.Problems);
        foreach (var name in Shares)
            RowRanges.Between(row, header[name], name, "a share", 0, 1, part.Problems);
    }

    /// <summary>What stands before the names of the edges: lists of masks have them too.</summary>
    string Prefix => Edges.Any(name => header.Has("Box" + name)) ? "Box" : "";

    bool Is(in TextRow row, string name) => row.Number(header[name]) == 1;

    // Confidence 0 says that people looked, and that there is none of it.
    void SetTag(ref AnnotationRow annotation, in TextRow row)
    {
        annotation.Shape = ShapeKind.Tag;
        var confidence = RowNumbers.ReadOptional(row, header["Confidence"], part.Problems);
        if (confidence == 0)
            annotation.Flags |= AnnotationFlags.Negative;
        else if (confidence < 1)
            (annotation.Score, annotation.Flags) = (confidence, AnnotationFlags.Prediction);
    }

    void SetBox(ref AnnotationRow annotation, in TextRow row, int image)
    {
        var (width, height) = (part.Images.Width.At(image), part.Images.Height.At(image));
        Shapes.SetBox(
            ref annotation,
            Box.FromEdges(
                Number(row, Prefix + "XMin") * width,
                Number(row, Prefix + "YMin") * height,
                Number(row, Prefix + "XMax") * width,
                Number(row, Prefix + "YMax") * height
            )
        );
        var confidence = RowNumbers.ReadOptional(row, header["Confidence"], part.Problems);
        if (confidence is > 0 and < 1)
        {
            annotation.Score = confidence;
            annotation.Flags |= AnnotationFlags.Prediction;
        }
    }

    int ImageOf(string id, in TextRow row)
    {
        if (images.TryGetValue(id, out var known))
            return known;
        var name = Path.HasExtension(id) ? id : id + ".jpg";
        var (width, height) = SizeOf(name);
        return images[id] = part.AddImage(
            new(row.Span)
            {
                Id = part.IdOf(id),
                FileName = name,
                Width = Math.Max(1, width),
                Height = Math.Max(1, height),
                Unit = width > 0 ? CoordinateUnit.Pixels : CoordinateUnit.Normalized,
                State = ImageState.Annotated,
            }
        );
    }

    (int Width, int Height) SizeOf(string name)
    {
        if (!file.Options.ReadsPictures || missing >= EnoughMissing)
            return (0, 0);
        var picture = PictureFinder.Find(file.Source.FullPath, name, file.Options.ImageRoot);
        missing = picture is null ? missing + 1 : 0;
        if (picture is null)
            return (0, 0);
        var size = SkiaPictureReader.Instance.Read(picture);
        return size.SwapsSides ? (size.Height, size.Width) : (size.Width, size.Height);
    }

    double Number(in TextRow row, string name) => RowNumbers.Read(row, header[name], part.Problems);
}
