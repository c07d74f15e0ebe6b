using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Turns changes into edits of element contents and whole objects.</summary>
static class VocEditor
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        EditCollector.Plan(
            dataset,
            changes,
            (data, change, edits) => Refusal(data, change, XmlTarget.Of(data, change.Element, edits))
        );

    /// <summary>Adds the change's edits, or says why there can be none.</summary>
    static string? Refusal(Dataset dataset, ElementChange change, XmlTarget target) =>
        change switch
        {
            ElementChange.Remove { Element.Kind: ElementKind.Annotation } => Remove(target),
            ElementChange.Remove => "a VOC file is one image; delete the file",
            ElementChange.SetCategory { Element.Kind: ElementKind.Annotation } set => SetCategory(set, target),
            ElementChange.SetAttribute { Element.Kind: ElementKind.Annotation } set => SetAttribute(set, target),
            ElementChange.SetBox { Element.Kind: ElementKind.Annotation } set => SetBox(dataset, set, target),
            ElementChange.SetImageSize set => SetImageSize(set, target),
            _ => "VOC files do not store this",
        };

    static string? Remove(XmlTarget target)
    {
        target.Remove();
        return null;
    }

    static string? SetCategory(ElementChange.SetCategory set, XmlTarget target)
    {
        var name = XmlText.Escape(set.Category);
        if (!target.TryReplace(XmlLookup.Content(target.Text, "name"u8), name))
            target.InsertChild($"<name>{name}</name>");
        return null;
    }

    static string? SetAttribute(ElementChange.SetAttribute set, XmlTarget target)
    {
        var found = VocLocator.Attribute(target.Text, set.Name);
        if (set.Value is not { } value)
            return RemoveAttribute(set.Name, target);
        var text = VocFlag.Show(value);
        if (target.TryReplace(found, text))
            return null;
        if (set.Name is "pose" or "truncated" or "difficult" or "occluded")
            target.InsertChild($"<{set.Name}>{text}</{set.Name}>");
        else
            InsertNamedAttribute(
                $"<attribute><name>{XmlText.Escape(set.Name)}</name><value>{text}</value></attribute>",
                target
            );
        return null;
    }

    // Names may be anything, so that they stand in a list of names and values, as CVAT exports them.
    static void InsertNamedAttribute(string entry, XmlTarget target)
    {
        var list = XmlLookup.Child(target.Text, "attributes"u8);
        if (list.IsNone)
            target.InsertChild($"<attributes>{entry}</attributes>");
        else if (target.Text.Slice(list.Start, list.Length).EndsWith("/>"u8))
            target.Replace(list, $"<attributes>{entry}</attributes>");
        else
            target.Replace(new(list.End - "</attributes>".Length, 0), entry);
    }

    static string? RemoveAttribute(string name, XmlTarget target)
    {
        var child = XmlLookup.Child(target.Text, System.Text.Encoding.UTF8.GetBytes(name));
        var element = child.IsNone ? VocLocator.NamedAttribute(target.Text, name) : child;
        if (element.IsNone)
            return "it does not have the attribute";
        target.Remove(element);
        return null;
    }

    static string? SetBox(Dataset dataset, ElementChange.SetBox set, XmlTarget target)
    {
        var isRotated = dataset.Annotations.Shapes[set.Element.Index] == ShapeKind.RotatedBox;
        double[] numbers = isRotated
            ? [set.Box.Center.X, set.Box.Center.Y, set.Box.Width, set.Box.Height]
            : VocFolders.ConventionOf(dataset, target.Span.File).FromCanonical(set.Box);
        for (var i = 0; i < numbers.Length; i++)
            if (VocLocator.BoxPart(target.Text, i).IsNone)
                return "the object lacks a part of its box";
        for (var i = 0; i < numbers.Length; i++)
            target.TryReplace(VocLocator.BoxPart(target.Text, i), numbers[i]);
        return null;
    }

    static string? SetImageSize(ElementChange.SetImageSize set, XmlTarget target)
    {
        var size = XmlLookup.Child(target.Text, "size"u8);
        if (size.IsNone)
        {
            target.InsertChild($"<size><width>{set.Width}</width><height>{set.Height}</height></size>");
            return null;
        }

        var element = target.Text.Slice(size.Start, size.Length);
        foreach (var (name, value) in ((string, int)[])[("width", set.Width), ("height", set.Height)])
        {
            var content = XmlLookup.Content(element, System.Text.Encoding.UTF8.GetBytes(name));
            if (content.IsNone)
                return $"the size of the image lacks its {name}";
            target.Replace(new(size.Start + content.Start, content.Length), $"{value}");
        }

        return null;
    }
}
