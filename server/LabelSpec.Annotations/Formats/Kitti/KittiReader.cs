using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Kitti;

/// <summary>Reads the rows of one file.</summary>
sealed class KittiReader(FormatFile file)
{
    /// <summary>Columns from the type on, without a score.</summary>
    const int ColumnCount = 15;

    static readonly string[] Sizes = ["height", "width", "length"];

    readonly DatasetPart part = file.Part;
    readonly Dictionary<int, int> frames = [];
    readonly List<(int, int)> columns = [];

    /// <summary>Tracking labels have the frame and the track before the type.</summary>
    public static int TypeColumn(in TextRow row) => double.IsNaN(row.Number(0)) ? 0 : 2;

    public void Read()
    {
        var lines = new TextLines(file.Bytes);
        var image = -1;
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, TextRow.Blanks, columns, lines.Start, file.File);
            var type = TypeColumn(row);
            image = type == 0 ? (image < 0 ? AddImage() : image) : FrameOf(row);
            ReadRow(row, type, image);
        }
        if (image < 0)
            part.Images.State[AddImage()] = ImageState.Empty;
    }

    int AddImage() =>
        part.AddImage(new(file.Span) { FileName = $"image_2/{file.Stem}.png", State = ImageState.Annotated });

    int FrameOf(in TextRow row)
    {
        var number = row.Number(0) is >= 0 and <= int.MaxValue and var frame ? (int)frame : 0;
        if (!frames.TryGetValue(number, out var image))
            frames[number] = image = part.AddImage(
                new(row.Span)
                {
                    FileName = $"image_02/{file.Stem}/{number:D6}.png",
                    Frame = number,
                    Sequence = file.Stem,
                    State = ImageState.Annotated,
                }
            );
        return image;
    }

    void ReadRow(in TextRow row, int type, int image)
    {
        if (row.Count - type is < ColumnCount or > ColumnCount + 1)
            part.Problems.Report(
                RowProblems.ColumnCount,
                row.Span,
                $"This row has {row.Count} columns; a KITTI object has {type + ColumnCount}, and a score makes {type + ColumnCount + 1}."
            );
        var name = row.Text(type);
        var annotation = new AnnotationRow(row.Span)
        {
            Image = image,
            Category = part.Category(part.Texts.Get(row[type])),
            Frame = type == 0 ? -1 : part.Images.Frame.At(image),
        };
        if (name == "DontCare")
            annotation.Flags |= AnnotationFlags.Ignore;
        if (type > 0 && row.Number(1) is >= 0 and <= int.MaxValue and var track)
            annotation.Track = part.AddTrack(new(file.File, part.IdOf((long)track), -1, Sources.SourceSpan.None));
        Shapes.SetBox(
            ref annotation,
            Box.FromEdges(Number(row, type + 4), Number(row, type + 5), Number(row, type + 6), Number(row, type + 7))
        );
        SetCuboid(ref annotation, row, type + 8);
        if (row.Count - type > ColumnCount)
        {
            annotation.Score = Number(row, type + ColumnCount);
            annotation.Flags |= AnnotationFlags.Prediction;
        }
        SetAttributes(part.AddAnnotation(annotation), row, type);
        CheckRanges(row, type);
    }

    // The object benchmark writes truncation as a share, the tracking benchmark as a level of 0, 1 or 2.
    void CheckRanges(in TextRow row, int type)
    {
        if (type == 0)
            RowRanges.Between(row, type + 1, "truncated", "the share that is outside the image,", 0, 1, part.Problems);
        else
            RowRanges.Code(row, type + 1, "truncated", 2, part.Problems);
        RowRanges.Code(row, type + 2, "occluded", 3, part.Problems);
        // Where there is no 3-D box, alpha is −10.
        if (row.Number(type + 3) != -10)
            CheckAngle(row, type + 3, "alpha");
        CheckSizes(row, type + 8);
    }

    // All three are −1 or 0 where there is no 3-D box, and −1000 in the tracking benchmark.
    void CheckSizes(in TextRow row, int first)
    {
        var isSolid = row.Number(first) > 0 || row.Number(first + 1) > 0 || row.Number(first + 2) > 0;
        for (var i = 0; i < Sizes.Length; i++)
            if (row.Number(first + i) is var size && (size < 0 && size is not (-1 or -1000) || isSolid && size <= 0))
                part.Problems.Report(
                    RowProblems.OutOfRange,
                    row.SpanOf(first + i),
                    $"The {Sizes[i]} is {row.Text(first + i)}; sizes are metres above 0, and −1 all three where there is no 3-D box."
                );
    }

    // alpha and rotation_y are radians from −π to π; a file that rounds π up to 3.15 is meant well.
    void CheckAngle(in TextRow row, int column, string name)
    {
        const double Slack = 0.01;
        if (column < row.Count && Math.Abs(row.Number(column)) > Math.PI + Slack)
            part.Problems.Report(
                RowProblems.AngleRange,
                row.SpanOf(column),
                $"{name} is {row.Text(column)}; KITTI writes radians from −3.14 to 3.14."
            );
    }

    void SetAttributes(int annotation, in TextRow row, int type)
    {
        SetAttribute(annotation, "truncated", row, type + 1);
        SetAttribute(annotation, "occluded", row, type + 2);
        SetAttribute(annotation, "alpha", row, type + 3);
    }

    void SetAttribute(int annotation, string name, in TextRow row, int column)
    {
        var number = RowNumbers.ReadOptional(row, column, part.Problems);
        if (!double.IsNaN(number))
            part.SetAttribute(annotation, name, AttributeValue.Of(number));
    }

    // Height, width, length; the middle of the bottom in the camera's frame (x right, y down, z ahead); turn about y.
    void SetCuboid(ref AnnotationRow annotation, in TextRow row, int first)
    {
        Span<double> n = stackalloc double[7];
        for (var i = 0; i < n.Length; i++)
            n[i] = RowNumbers.ReadOptional(row, first + i, part.Problems);
        // Where there is no 3-D box the sizes are −1 and the place −1000.
        if (!(n[0] > 0 && n[1] > 0 && n[2] > 0) || double.IsNaN(n[3] + n[4] + n[5] + n[6]) || n[3] <= -1000)
            return;
        CheckAngle(row, first + 6, "rotation_y");
        annotation.Shape = ShapeKind.Cuboid;
        annotation.Geometry = part.Geometry.AddCuboid(
            new(n[5], -n[3], n[0] / 2 - n[4], n[2], n[1], n[0], CuboidRotation.AboutZ(-n[6] - Math.PI / 2))
        );
    }

    double Number(in TextRow row, int column) => RowNumbers.Read(row, column, part.Problems);
}
