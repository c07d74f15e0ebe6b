using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.Grammar.Facts;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using AttributeSymbol = LabelSpec.Semantics.Symbols.Attributes.AttributeSymbol;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;
using ShapeKind = LabelSpec.Annotations.Model.ShapeKind;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Writes annotations of one image as a scene of a guideline: the opposite of <see cref="SceneDataset"/>. Lengths are pixels of the
/// image, as scenes count them; attributes that the guideline does not know are left out.
/// </summary>
public sealed class SceneText(Guideline guideline, Dataset dataset)
{
    /// <summary>The member that declares the image, with its attributes.</summary>
    public string ImageOf(int image)
    {
        var values = new List<string>();
        foreach (var attribute in guideline.ImageAttributes)
            if (
                dataset.Images.Attributes.TryGet(image, attribute.Label, out var value)
                && ValueOf(attribute, value) is { } text
            )
                values.Add($"{SyntaxFacts.Quote(attribute.Name)} = {text}");
        return $"image {dataset.Images.Widths[image]} x {dataset.Images.Heights[image]}{Block(values)}";
    }

    /// <summary>An annotation under a name of the scene; null where its class or its shape cannot be written.</summary>
    public string? AnnotationOf(int row, string name)
    {
        if (ClassOf(row) is not { } symbol || ShapeOf(row, symbol) is not { } shape)
            return null;
        var values = new List<string>();
        foreach (var attribute in symbol.Attributes)
            if (
                dataset.Annotations.Attributes.TryGet(row, attribute.Label, out var value)
                && ValueOf(attribute, value) is { } text
            )
                values.Add($"{SyntaxFacts.Quote(attribute.Name)} = {text}");
        if (dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.Crowd))
            values.Add("crowd = true");
        return $"{SyntaxFacts.Quote(name)}: {SyntaxFacts.Quote(symbol.Name)} {shape}{Block(values)}";
    }

    ClassSymbol? ClassOf(int row) =>
        dataset.Annotations.Categories[row] is >= 0 and var category
        && guideline.FindClassByLabel(dataset.Categories.NameOf(category)) is { IsAbstract: false } symbol
            ? symbol
            : null;

    string? ShapeOf(int row, ClassSymbol symbol)
    {
        var rows = dataset.Annotations;
        var box = rows.Boxes[row];
        if (rows.Shapes[row] is not (ShapeKind.Tag or ShapeKind.Polygon or ShapeKind.Skeleton) && !box.IsFinite)
            return null;
        switch (rows.Shapes[row])
        {
            case ShapeKind.Box:
                return $"box {Numbers(box.Left, box.Top, box.Width, box.Height)}";
            case ShapeKind.RotatedBox:
                return $"rotated_box {Numbers(box.Center.X, box.Center.Y, box.Width, box.Height, rows.Angles[row])}";
            case ShapeKind.Ellipse:
                return $"ellipse {Numbers(box.Center.X, box.Center.Y, box.Width / 2, box.Height / 2, rows.Angles[row])}";
            case ShapeKind.Polygon when RingsOf(row) is [var ring]:
                // A polygon beside its box stays so: rules look at both.
                return rows.Flags[row].HasFlag(AnnotationFlags.HasStoredBox)
                    ? $"box {Numbers(box.Left, box.Top, box.Width, box.Height)} polygon {ring}"
                    : $"polygon {ring}";
            case ShapeKind.Polyline when RingsOf(row) is [var line]:
                return $"polyline {line}";
            case ShapeKind.Point when RingsOf(row) is [var point]:
                return $"point {point}";
            case ShapeKind.Skeleton:
                return KeypointsOf(row, symbol, box);
            case ShapeKind.Tag:
                return "tag";
            default:
                return null;
        }
    }

    List<string> RingsOf(int row)
    {
        var polygon = new PolygonBuffer();
        var rings = new List<string>();
        if (!dataset.ReadPolygon(row, polygon))
            return rings;
        for (var part = 0; part < polygon.PartCount; part++)
        {
            var points = polygon.PartAt(part);
            var ring = new StringBuilder();
            for (var i = 0; i + 1 < points.Length; i += 2)
                ring.Append(i == 0 ? "" : ", ").Append(Numbers(points[i], points[i + 1]));
            rings.Add(ring.ToString());
        }

        return rings;
    }

    string? KeypointsOf(int row, ClassSymbol symbol, Box box)
    {
        var keypoints = new KeypointBuffer();
        if (
            symbol.Shapes.Select(shape => shape.Skeleton).FirstOrDefault(skeleton => skeleton is not null)
                is not { } skeleton
            || !dataset.ReadKeypoints(row, keypoints)
            || keypoints.Count > skeleton.Points.Length
        )
            return null;
        var points = new List<string>();
        for (var i = 0; i < keypoints.Count; i++)
            if (keypoints.Points[i] is { IsLabelled: true } point)
                points.Add(
                    $"{SyntaxFacts.Quote(skeleton.Points[i].Name)} {Numbers(point.X, point.Y)}"
                        + (point.IsVisible ? "" : " hidden")
                );
        if (points.Count == 0)
            return null;
        var drawn = $"skeleton {SyntaxFacts.Quote(skeleton.Name)} {{ {string.Join(", ", points)} }}";
        return dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasStoredBox) && box.IsFinite
            ? $"box {Numbers(box.Left, box.Top, box.Width, box.Height)} {drawn}"
            : drawn;
    }

    static string? ValueOf(AttributeSymbol attribute, AttributeValue value) =>
        attribute.Type switch
        {
            EnumAttributeType one => NameOf(one.Values, value.ToString()),
            SetAttributeType => null,
            BoolAttributeType => value.ToString() is "true" or "True" or "1" ? "true" : "false",
            NumberAttributeType => Number(value) is { } number ? Text(number) : null,
            TextAttributeType =>
                $"\"{value.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            _ => Number(value) is { } number ? Text(number) : null,
        };

    static string? NameOf(IEnumerable<EnumValueSymbol> values, string label) =>
        values.FirstOrDefault(value => value.Label == label || value.Name == label) is { } found
            ? SyntaxFacts.Quote(found.Name)
            : null;

    static double? Number(AttributeValue value) =>
        value.Kind == AttributeValueKind.Number ? value.AsNumber
        : double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    static string Block(List<string> values) => values.Count == 0 ? "" : $" {{ {string.Join(", ", values)} }}";

    static string Numbers(params ReadOnlySpan<double> numbers)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
            text.Append(text.Length == 0 ? "" : " ").Append(Text(number));
        return text.ToString();
    }

    static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
