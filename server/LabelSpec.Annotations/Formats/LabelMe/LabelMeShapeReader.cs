using System.Runtime.InteropServices;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Reads one shape.</summary>
ref struct LabelMeShapeReader(DatasetPart part, int image)
{
    const string TwoNumbers = "A point is two numbers, x and y.";

    readonly List<double> points = [];
    readonly List<(string Name, bool Value)> flags = [];
    string? label;
    string? description;
    string type = "polygon";
    int group = -1;
    ReadOnlySpan<byte> mask;
    bool lacksPoint;

    /// <summary>False on a fault of the JSON; nothing is added then.</summary>
    public bool Read(ref JsonCursor cursor)
    {
        var start = cursor.Position;
        if (cursor.Peek() != JsonKind.Object)
        {
            if (!cursor.Skip())
                return false;
            cursor.Report(JsonProblems.WrongType, cursor.SpanFrom(start), "A shape is an object in braces.");
            return true;
        }

        var isFirst = true;
        cursor.Enter('{');
        while (cursor.NextKey(ref isFirst, out var key))
            if (!ReadMember(ref cursor, key))
                return false;
        if (cursor.Fault != JsonFault.None)
            return false;
        Add(cursor, start);
        return true;
    }

    bool ReadMember(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var kind = cursor.Peek();
        if (kind == JsonKind.Text)
        {
            if (key.SequenceEqual("mask"u8))
                return cursor.ReadRawText(out mask, out _);
            if (key.SequenceEqual("label"u8))
                return JsonText.Read(ref cursor, part.Texts, out label);
            if (key.SequenceEqual("shape_type"u8))
                return JsonText.Read(ref cursor, part.Texts, out type);
            if (key.SequenceEqual("description"u8))
                return JsonText.Read(ref cursor, part.Texts, out description);
        }

        if (kind == JsonKind.Array && key.SequenceEqual("points"u8))
            return ReadPoints(ref cursor);
        if (kind == JsonKind.Object && key.SequenceEqual("flags"u8))
            return LabelMeFlags.Read(ref cursor, part.Texts, flags);
        if (kind != JsonKind.Number || !key.SequenceEqual("group_id"u8))
            return cursor.Skip();
        if (!cursor.ReadNumber(out var number))
            return false;
        group = number is >= 0 and <= int.MaxValue ? (int)number : -1;
        return true;
    }

    // Each point is an array of two numbers.
    bool ReadPoints(ref JsonCursor cursor)
    {
        var isFirst = true;
        cursor.Enter('[');
        while (cursor.NextElement(ref isFirst))
        {
            var numbers = 0;
            var isArray = cursor.Peek() == JsonKind.Array;
            var start = cursor.Position;
            if (isArray ? !ReadPoint(ref cursor, out numbers) : !TryPass(ref cursor, start, TwoNumbers))
                return false;
            if (numbers == 2)
                continue;
            lacksPoint |= !isArray;
            if (isArray)
                cursor.Report(JsonProblems.WrongType, cursor.SpanFrom(start), TwoNumbers);
            // It keeps its place among the others.
            for (; numbers < 2; numbers++)
                points.Add(double.NaN);
        }

        return cursor.Fault == JsonFault.None;
    }

    // What is no number is passed over with all that is nested in it, and keeps its place.
    readonly bool ReadPoint(ref JsonCursor cursor, out int numbers)
    {
        numbers = 0;
        var isFirst = true;
        cursor.Enter('[');
        while (cursor.NextElement(ref isFirst))
        {
            var number = double.NaN;
            var isNumber = cursor.Peek() == JsonKind.Number;
            var start = cursor.Position;
            if (isNumber)
            {
                if (!cursor.ReadNumber(out number))
                    return false;
            }
            else if (!TryPass(ref cursor, start, "A coordinate is a number, such as 12.5."))
                return false;
            if (numbers++ < 2)
                points.Add(number);
        }

        return cursor.Fault == JsonFault.None;
    }

    static bool TryPass(ref JsonCursor cursor, int start, string message)
    {
        var isNested = cursor.Peek() is JsonKind.Array or JsonKind.Object;
        if (!cursor.Skip())
            return false;
        if (!isNested || !cursor.WasTooDeep)
            cursor.Report(JsonProblems.WrongType, cursor.SpanFrom(start), message);
        return true;
    }

    readonly void Add(in JsonCursor cursor, int start)
    {
        var span = cursor.SpanFrom(start);
        var row = new AnnotationRow(span)
        {
            Image = image,
            Group = group,
            Category = label is null ? -1 : part.Category(label),
        };
        SetShape(ref row, span);
        if (lacksPoint)
            row.Flags |= AnnotationFlags.Unread;
        var annotation = part.AddAnnotation(row);
        foreach (var (name, value) in flags)
            part.SetAttribute(annotation, name, AttributeValue.Of(value));
        if (!string.IsNullOrEmpty(description))
            part.SetAttribute(annotation, "description", AttributeValue.Of(description));
        if (label is null)
            cursor.Report(JsonProblems.MissingField, span, "The shape has no 'label'.");
        if (points.Count == 0)
            cursor.Report(JsonProblems.MissingField, span, "The shape has no 'points'.");
    }

    readonly void SetShape(ref AnnotationRow row, Sources.SourceSpan span)
    {
        var vertices = CollectionsMarshal.AsSpan(points);
        if (vertices.IsEmpty)
            return;
        row.Box = Ring.Bounds(vertices);
        row.Shape = type switch
        {
            "rectangle" => ShapeKind.Box,
            "circle" => ShapeKind.Ellipse,
            "line" or "linestrip" => ShapeKind.Polyline,
            "point" or "points" => ShapeKind.Point,
            "mask" => ShapeKind.Mask,
            "polygon" => ShapeKind.Polygon,
            _ => ShapeKind.None,
        };
        if (row.Shape is ShapeKind.Box or ShapeKind.Mask)
            row.Flags |= AnnotationFlags.HasStoredBox;
        if (row.Shape == ShapeKind.Ellipse && vertices.Length >= 4)
            row.Box = CircleBox(vertices);
        else if (row.Shape == ShapeKind.Mask)
            SetMask(ref row, span);
        else if (row.Shape is ShapeKind.Polygon or ShapeKind.Polyline or ShapeKind.Point)
        {
            row.Geometry = part.Geometry.AddPolygon(vertices);
            row.Flags |= AnnotationFlags.HasPolygon;
        }

        if (row.Shape == ShapeKind.None)
            part.Problems.Report(
                JsonProblems.WrongType,
                span,
                $"LabelMe has no shape type '{type}'; it has no geometry."
            );
    }

    // The centre, and a point on the rim.
    static Box CircleBox(ReadOnlySpan<double> points)
    {
        var radius = double.Hypot(points[2] - points[0], points[3] - points[1]);
        return Box.FromCenter(points[0], points[1], 2 * radius, 2 * radius);
    }

    // A picture of the size of the box, whose first point is its first pixel.
    readonly void SetMask(ref AnnotationRow row, Sources.SourceSpan span)
    {
        if (Pictures.MaskPicture.Decode(mask, out var pixels, out var width, out var height))
        {
            var left = (int)Math.Clamp(Math.Round(row.Box.Left), -1e9, 1e9);
            var top = (int)Math.Clamp(Math.Round(row.Box.Top), -1e9, 1e9);
            var (imageWidth, imageHeight) = (part.Images.Width.At(image), part.Images.Height.At(image));
            var result = RleMask.FromRowRuns(
                Pictures.MaskPicture.RowRuns(pixels),
                left,
                top,
                width,
                height,
                imageHeight > 0 ? imageHeight : Math.Max(0, top) + height,
                imageWidth > 0 ? imageWidth : Math.Max(0, left) + width
            );
            if (result.HasMask)
            {
                row.Geometry = part.Geometry.AddMask(result.Mask);
                row.Flags |= AnnotationFlags.HasMask;
                return;
            }
        }

        part.Problems.Report(
            JsonProblems.WrongType,
            span,
            "The 'mask' of this shape is no base64 text of a PNG picture."
        );
    }
}
