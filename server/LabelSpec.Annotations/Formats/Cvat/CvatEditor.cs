using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Turns changes into edits of attribute values, <c>attribute</c> elements and whole elements.</summary>
static class CvatEditor
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes)
    {
        // A label that is listed by one change can be taken by another.
        var listed = changes.OfType<ElementChange.DeclareCategory>().Select(change => change.Name).ToHashSet();
        return EditCollector.Plan(
            dataset,
            changes,
            (data, change, edits) => Refusal(data, change, listed, XmlTarget.Of(data, change.Element, edits))
        );
    }

    /// <summary>Adds the change's edits, or says why there can be none.</summary>
    static string? Refusal(Dataset dataset, ElementChange change, HashSet<string> listed, XmlTarget target) =>
        change switch
        {
            ElementChange.Remove => Remove(change.Element, target),
            ElementChange.SetCategory set => SetCategory(dataset, set, listed, target),
            ElementChange.DeclareCategory declare => CvatLabelEditor.Declare(declare.Name, target),
            ElementChange.DeclareValue declare => CvatLabelEditor.Declare(declare.Attribute, declare.Value, target),
            ElementChange.SetAttribute set => SetAttribute(set, target),
            ElementChange.SetBox set => SetBox(dataset, set, target),
            ElementChange.SetPolygon set => SetPolygon(dataset, set, target),
            ElementChange.SetMask set => SetMask(set, target),
            ElementChange.SetImageSize set => SetImageSize(set, target),
            ElementChange.SetId { Element.Kind: ElementKind.Image or ElementKind.Track } set => SetId(set, target),
            _ => "CVAT files do not store this",
        };

    static string? Remove(Element element, XmlTarget target)
    {
        if (element.Kind == ElementKind.Image && !IsImage(target))
            return "a frame of a video has no element of its own";
        target.Remove();
        return null;
    }

    static string? SetCategory(Dataset dataset, ElementChange.SetCategory set, HashSet<string> listed, XmlTarget target)
    {
        var file = target.Span.File;
        var declared = dataset.Categories.Declarations.Where(d => d.Span.File == file).ToList();
        if (
            declared.Count > 0
            && !listed.Contains(set.Category)
            && !declared.Exists(declaration => declaration.Name == set.Category)
        )
            return $"the file declares no label '{set.Category}'";
        if (set.Element.Kind == ElementKind.Annotation && dataset.Annotations.Tracks[set.Element.Index] >= 0)
            return "the label belongs to the whole track; change the track";
        var label = XmlLookup.Attribute(target.Text, "label"u8);
        return target.TryReplace(label, XmlText.Escape(set.Category)) ? null : "it has no label to change";
    }

    static string? SetAttribute(ElementChange.SetAttribute set, XmlTarget target)
    {
        if (set.Element.Kind != ElementKind.Annotation)
            return "only shapes have attributes in CVAT files";
        var child = CvatLocator.AttributeElement(target.Text, Encoding.UTF8.GetBytes(set.Name), out var content);
        if (child.IsNone && set.Name is "occluded" or "source")
            return SetOwnAttribute(set, target);
        if (set.Value is not { } value)
        {
            if (child.IsNone)
                return "it does not have the attribute";
            target.Remove(child);
            return null;
        }

        var text = XmlText.Escape(value.ToString());
        var element = $"<attribute name=\"{XmlText.Escape(set.Name)}\">{text}</attribute>";
        if (child.IsNone)
            target.InsertChild(element);
        else if (target.Text[child.End - 2] == '/')
            target.Replace(child, element);
        else
            target.Replace(content, text);
        return null;
    }

    // occluded and source are attributes of the shape's own tag.
    static string? SetOwnAttribute(ElementChange.SetAttribute set, XmlTarget target)
    {
        if (set.Value is not { } value)
            return $"every CVAT shape has '{set.Name}'; it can be set, not removed";
        var shown = value.ToString();
        var text =
            set.Name == "occluded" && bool.TryParse(shown, out var flag) ? (flag ? "1" : "0") : XmlText.Escape(shown);
        if (!target.TryReplace(XmlLookup.Attribute(target.Text, Encoding.UTF8.GetBytes(set.Name)), text))
            target.InsertAttribute($"{set.Name}=\"{text}\"");
        return null;
    }

    static string? SetBox(Dataset dataset, ElementChange.SetBox set, XmlTarget target)
    {
        if (set.Element.Kind != ElementKind.Annotation)
            return "only shapes have boxes";
        var (shape, box) = (dataset.Annotations.Shapes[set.Element.Index], set.Box);
        double[] numbers;
        if (shape is ShapeKind.Box or ShapeKind.RotatedBox)
            numbers = [box.Left, box.Top, box.Right, box.Bottom];
        else if (shape == ShapeKind.Ellipse)
            numbers = [box.Center.X, box.Center.Y, box.Width / 2, box.Height / 2];
        else
            return "the box of this shape follows from its points or pixels";
        var keys = CvatLocator.BoxKeys(shape);
        foreach (var key in keys)
            if (XmlLookup.Attribute(target.Text, CvatKeys.NameOf(key)).IsNone)
                return "the shape lacks a part of its box";
        for (var i = 0; i < numbers.Length; i++)
            target.TryReplace(XmlLookup.Attribute(target.Text, CvatKeys.NameOf(keys[i])), numbers[i]);
        return null;
    }

    static string? SetPolygon(Dataset dataset, ElementChange.SetPolygon set, XmlTarget target)
    {
        var isPoints =
            set.Element.Kind == ElementKind.Annotation
            && dataset.Annotations.Shapes[set.Element.Index]
                is ShapeKind.Polygon
                    or ShapeKind.Polyline
                    or ShapeKind.Point;
        var points = XmlLookup.Attribute(target.Text, "points"u8);
        if (!isPoints || points.IsNone)
            return "it has no points to change";
        if (set.Parts.Length != 1)
            return "a CVAT polygon is a single ring";
        var old = target.Text.Slice(points.Start, points.Length);
        var first = old[..(old.IndexOfAny((byte)',', (byte)';') is var end and >= 0 ? end : old.Length)];
        var text = new StringBuilder();
        for (var i = 0; i < set.Parts[0].Length; i++)
            text.Append(
                    i == 0 ? ""
                    : i % 2 == 0 ? ";"
                    : ","
                )
                .Append(DecimalText.Like(first, set.Parts[0][i]));
        target.Replace(points, text.ToString());
        return null;
    }

    static string? SetMask(ElementChange.SetMask set, XmlTarget target)
    {
        var runs = set.Mask.ToRowRuns();
        var places = CvatLocator.BoxKeys(ShapeKind.Mask);
        if (runs.Length == 0)
            return "CVAT cannot hold a mask without pixels";
        if (!target.TryReplace(XmlLookup.Attribute(target.Text, "rle"u8), string.Join(", ", runs)))
            return "it stores no mask";
        var box = set.Mask.Bounds;
        double[] numbers = [box.Left, box.Top, box.Width, box.Height];
        for (var i = 0; i < numbers.Length; i++)
            target.TryReplace(XmlLookup.Attribute(target.Text, CvatKeys.NameOf(places[i])), numbers[i]);
        return null;
    }

    static string? SetImageSize(ElementChange.SetImageSize set, XmlTarget target)
    {
        if (!IsImage(target))
            return "the size of a video's frames stands in its task";
        if (!target.TryReplace(XmlLookup.Attribute(target.Text, "width"u8), $"{set.Width}"))
            target.InsertAttribute($"width=\"{set.Width}\"");
        if (!target.TryReplace(XmlLookup.Attribute(target.Text, "height"u8), $"{set.Height}"))
            target.InsertAttribute($"height=\"{set.Height}\"");
        return null;
    }

    static string? SetId(ElementChange.SetId set, XmlTarget target) =>
        target.TryReplace(XmlLookup.Attribute(target.Text, "id"u8), $"{set.Id}") ? null : "it has no id to change";

    static bool IsImage(XmlTarget target) => target.Text.StartsWith("<image"u8);
}
