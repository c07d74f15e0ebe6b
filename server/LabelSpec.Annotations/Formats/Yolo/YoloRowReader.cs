using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Xml;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Reads rows of one image and turns shares of its size into pixels.</summary>
/// <param name="room">For the columns, as long as a row has no more.</param>
ref struct YoloRowReader(
    int file,
    DatasetPart part,
    YoloFolder folder,
    int image,
    int width,
    int height,
    Span<double> room
)
{
    /// <summary>The columns of the longest row so far; the first is the class.</summary>
    Span<double> columns = room;
    int count;
    ReadOnlySpan<byte> row;
    int start;

    public void Read(ReadOnlySpan<byte> row, int start)
    {
        (this.start, count) = (start, 0);
        this.row = row;
        var tokens = new YoloTokens(row);
        while (tokens.Next())
        {
            if (count == columns.Length)
                Grow();
            columns[count] = Number(tokens, isClass: count == 0);
            count++;
        }

        var annotation = new AnnotationRow(new(file, start, row.Length)) { Image = image };
        SetCategory(ref annotation);
        SetShape(ref annotation);
        part.AddAnnotation(annotation);
    }

    void Grow()
    {
        var more = new double[2 * count];
        columns.CopyTo(more);
        columns = more;
    }

    readonly double Number(YoloTokens token, bool isClass)
    {
        if (XmlText.TryParse(token.Text, out double number) && double.IsFinite(number))
            return number;
        var shown = System.Text.Encoding.UTF8.GetString(token.Text[..Math.Min(40, token.Length)]);
        var advice = token.Text.Contains((byte)',') ? "write decimals with a point" : "write it like 0.25";
        part.Problems.Report(
            isClass ? YoloProblems.BadClass : YoloProblems.NotANumber,
            new(file, start + token.Start, token.Length),
            $"\"{shown}\" is no number; {advice}."
        );
        return double.NaN;
    }

    readonly void SetCategory(ref AnnotationRow annotation)
    {
        var number = columns[0];
        if (double.IsNaN(number))
            return;
        var classToken = new YoloTokens(row);
        classToken.Next();
        var place = new Sources.SourceSpan(file, start, classToken.Length);
        if (number < 0 || number != Math.Floor(number) || number > int.MaxValue)
        {
            part.Problems.Report(YoloProblems.BadClass, place, $"A class is a whole number from 0, not {number}.");
            return;
        }

        var index = (int)number;
        annotation.CategoryId = part.IdOf(index);
        if (folder.Definition is not { } definition)
            return;
        if (index < definition.Names.Length && definition.Names[index] is { } name)
            annotation.Category = part.Category(name);
        if (index >= definition.ClassCount)
            part.Problems.Report(
                YoloProblems.UnknownClass,
                place,
                $"There is no class {index}: {definition.ClassCount} are defined, from 0 to {definition.ClassCount - 1}."
            );
    }

    readonly void SetShape(ref AnnotationRow annotation)
    {
        var (keypoints, dimensions) = folder.Definition?.KeypointShape ?? (0, 0);
        var poseColumns = 5 + keypoints * dimensions;
        switch (folder.Task)
        {
            case YoloTask.Pose when count == poseColumns || count == poseColumns + 1:
                SetBox(ref annotation);
                SetKeypoints(ref annotation, keypoints, dimensions);
                SetScore(ref annotation, count > poseColumns);
                break;
            case YoloTask.OrientedBox when count is 9 or 10:
                SetCorners(ref annotation);
                SetScore(ref annotation, count == 10);
                break;
            case YoloTask.Segment when count >= 7 && count % 2 == 1:
                SetPolygon(ref annotation);
                break;
            case YoloTask.Segment when count == 5:
                SetBox(ref annotation);
                Report(
                    YoloProblems.MixedTasks,
                    "This row is a box, but others are polygons; trainers read it as a polygon of two vertices. Draw a polygon."
                );
                break;
            case YoloTask.Detect when count is 5 or 6:
                SetBox(ref annotation);
                SetScore(ref annotation, count == 6);
                break;
            default:
                KeepWhatIsThere(ref annotation);
                Report(YoloProblems.ColumnCount, ColumnMessage(poseColumns));
                break;
        }
    }

    readonly string ColumnMessage(int poseColumns) =>
        folder.Task switch
        {
            YoloTask.Pose => $"This row has {count} columns; with these keypoints it needs {poseColumns}.",
            YoloTask.OrientedBox => $"This row has {count} columns; a class and four corners are 9.",
            YoloTask.Segment => $"This row has {count} columns; a class and x, y pairs are an odd number from 7.",
            _ =>
                $"This row has {count} columns; class, centre x, centre y, width and height are 5, and a confidence makes 6.",
        };

    readonly void KeepWhatIsThere(ref AnnotationRow annotation)
    {
        if (folder.Task == YoloTask.Segment && count > 6)
            SetPolygon(ref annotation);
        else if (count >= 5)
            SetBox(ref annotation);
    }

    readonly void SetBox(ref AnnotationRow annotation)
    {
        annotation.Shape = ShapeKind.Box;
        annotation.Flags |= AnnotationFlags.HasStoredBox;
        annotation.Box = Box.FromCenter(
            columns[1] * width,
            columns[2] * height,
            columns[3] * width,
            columns[4] * height
        );
    }

    readonly void SetScore(ref AnnotationRow annotation, bool hasScore)
    {
        if (!hasScore)
            return;
        annotation.Score = columns[count - 1];
        annotation.Flags |= AnnotationFlags.Prediction;
    }

    readonly void SetPolygon(ref AnnotationRow annotation)
    {
        var vertices = Scaled(count - 1);
        annotation.Shape = ShapeKind.Polygon;
        annotation.Flags |= AnnotationFlags.HasPolygon;
        annotation.Geometry = part.Geometry.AddPolygon(vertices);
        annotation.Box = Ring.Bounds(vertices);
    }

    // The corners stay as they are for whoever wants them; a rectangle is also a box with an angle.
    readonly void SetCorners(ref AnnotationRow annotation)
    {
        SetPolygon(ref annotation);
        var corners = Scaled(8);
        if (!RectangleFit.TryFit(corners, out var box))
            return;
        annotation.Shape = ShapeKind.RotatedBox;
        annotation.Box = Box.FromCenter(box.CenterX, box.CenterY, box.Width, box.Height);
        annotation.Angle = box.AngleDegrees;
    }

    readonly void SetKeypoints(ref AnnotationRow annotation, int keypoints, int dimensions)
    {
        Span<Keypoint> points = keypoints <= 64 ? stackalloc Keypoint[keypoints] : new Keypoint[keypoints];
        for (var i = 0; i < keypoints; i++)
        {
            var at = 5 + i * dimensions;
            // Without a third number a point at the origin is one that was not labelled.
            var visibility =
                dimensions == 3 ? columns[at + 2]
                : columns[at] == 0 && columns[at + 1] == 0 ? 0
                : 2;
            points[i] = new(columns[at] * width, columns[at + 1] * height, visibility);
        }

        annotation.Shape = ShapeKind.Skeleton;
        annotation.Flags |= AnnotationFlags.HasKeypoints;
        annotation.Geometry = part.Geometry.AddKeypoints(points);
    }

    readonly double[] Scaled(int length)
    {
        var scaled = new double[length];
        for (var i = 0; i < length; i++)
            scaled[i] = columns[1 + i] * (i % 2 == 0 ? width : height);
        return scaled;
    }

    readonly void Report(ProblemKind kind, string message) =>
        part.Problems.Report(kind, new(file, start, row.Length), message);
}
