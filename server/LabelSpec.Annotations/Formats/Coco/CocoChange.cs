using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>The edits of one change other than a removal.</summary>
readonly ref struct CocoChange
{
    readonly Dataset dataset;
    readonly Element element;
    readonly SourceSpan span;
    readonly ReadOnlySpan<byte> text;
    readonly List<ByteEdit> edits = [];

    CocoChange(Dataset dataset, Element element)
    {
        this.dataset = dataset;
        this.element = element;
        span = dataset.SpanOf(element);
        text = dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
    }

    /// <param name="dataset">What was read.</param>
    /// <param name="change">Of an element of a COCO file.</param>
    /// <param name="edits">The edits.</param>
    /// <param name="reason">Why there are none.</param>
    public static bool TryEdit(Dataset dataset, ElementChange change, out List<ByteEdit> edits, out string reason)
    {
        var it = new CocoChange(dataset, change.Element);
        reason = change.Impossible ?? it.Make(change) ?? "";
        edits = it.edits;
        return reason.Length == 0;
    }

    /// <summary>Makes the edits; a reason when it cannot.</summary>
    string? Make(ElementChange change) =>
        change switch
        {
            ElementChange.SetCategory set => SetCategory(set.Category),
            ElementChange.SetAttribute set => SetAttribute(set.Name, set.Value),
            ElementChange.SetBox set => SetBox(set),
            ElementChange.SetPolygon set => SetPolygon(set),
            ElementChange.SetMask set => SetMask(set.Mask),
            ElementChange.SetArea set => SetNumber(FieldKind.Area, "area", set.Area),
            ElementChange.SetId set => Set(FieldKind.Id, "id", set.Id.ToString(CultureInfo.InvariantCulture)),
            ElementChange.SetKeypointCount set => Set(
                FieldKind.KeypointCount,
                "num_keypoints",
                set.Count.ToString(CultureInfo.InvariantCulture)
            ),
            ElementChange.SetCrowd set => SetCrowd(set.IsCrowd),
            ElementChange.SetImageSize set => Set(
                FieldKind.Width,
                "width",
                set.Width.ToString(CultureInfo.InvariantCulture)
            ) ?? Set(FieldKind.Height, "height", set.Height.ToString(CultureInfo.InvariantCulture)),
            _ => "COCO files cannot hold this change",
        };

    string? Set(FieldKind kind, string key, string value)
    {
        var old = Find(new Field(kind));
        if (old.IsNone)
            edits.Add(JsonObjectEdit.Insert(text, span, key, value));
        else
            Replace(old, value);
        return null;
    }

    string? SetNumber(FieldKind kind, string key, double number)
    {
        if (!double.IsFinite(number))
            return "JSON cannot hold this number";
        var old = Find(new Field(kind));
        var style = NumberStyle.Of(TextOf(old.IsNone ? Find(Field.Box) : old));
        return Set(kind, key, style.Format(number));
    }

    string? SetCrowd(bool isCrowd)
    {
        var old = TextOf(Find(Field.Crowd));
        var isWord = old is [(byte)'t' or (byte)'f', ..];
        var value = isWord ? (isCrowd ? "true" : "false") : (isCrowd ? "1" : "0");
        return Set(FieldKind.Crowd, "iscrowd", value);
    }

    /// <summary>Writes the id of the category exactly as its declaration has it.</summary>
    string? SetCategory(string name)
    {
        CategoryDeclaration? meant = null;
        foreach (var declaration in dataset.Categories.Declarations)
        {
            if (declaration.Name != name || declaration.Id.IsNone)
                continue;
            if (declaration.Span.File == span.File)
            {
                meant = declaration;
                break;
            }
            meant ??= declaration;
        }
        // Ids of another file mean something only to a file that has no categories of its own.
        if (meant is null || (meant.Span.File != span.File && DeclaresCategories()))
            return $"the file declares no category '{name}'";
        var bytes = dataset.Files[meant.Span.File].Bytes.Slice(meant.Span.Start, meant.Span.Length);
        var id = CocoLocator.Find(new JsonCursor(bytes), Field.Id);
        return Set(FieldKind.Category, "category_id", Encoding.UTF8.GetString(bytes.Slice((int)id.Start, id.Length)));
    }

    bool DeclaresCategories()
    {
        foreach (var declaration in dataset.Categories.Declarations)
            if (declaration.Span.File == span.File)
                return true;
        return false;
    }

    string? SetAttribute(string name, AttributeValue? value)
    {
        var cursor = new JsonCursor(text, span.Start, span.File);
        var isThere = JsonMembers.TryFind(ref cursor, "attributes"u8);
        var hasAttributes = isThere && cursor.Peek() == JsonKind.Object;
        if (!hasAttributes && value is null)
            return null;
        if (!isThere && value is { } first)
        {
            var attributesText = $"{{{JsonText.Quote(name)}: {CocoValue.Write(first)}}}";
            edits.Add(JsonObjectEdit.Insert(text, span, "attributes", attributesText));
            return null;
        }
        if (!hasAttributes)
            return "its 'attributes' is no object";
        var start = cursor.Position;
        cursor.Skip();
        var attributes = cursor.SpanFrom(start);
        var old = Find(Field.Attribute(name));
        if (value is { } given)
        {
            if (old.IsNone)
                edits.Add(JsonObjectEdit.Insert(TextOf(attributes), attributes, name, CocoValue.Write(given)));
            else
                Replace(old, CocoValue.Write(given));
        }
        else if (!old.IsNone)
        {
            var member = JsonObjectEdit.MemberOf(TextOf(attributes), attributes, Encoding.UTF8.GetBytes(name));
            edits.AddRange(JsonRemoval.Edits(dataset.Files[span.File].Bytes, [member]));
        }
        return null;
    }

    /// <summary>Touches only the numbers that differ.</summary>
    string? SetBox(ElementChange.SetBox change)
    {
        var box = change.Box;
        if (!box.IsFinite)
            return "JSON cannot hold this box";
        if (element.Kind == ElementKind.Annotation && dataset.Annotations.Shapes[element.Index] == ShapeKind.RotatedBox)
            return "its box is turned";
        double[] numbers = [box.Left, box.Top, box.Width, box.Height];
        var old = Find(Field.Box);
        var style = NumberStyle.Of(TextOf(old));
        if (old.IsNone || Find(Field.BoxPart(3)).IsNone || !Find(Field.BoxPart(4)).IsNone)
            return Set(FieldKind.Box, "bbox", CocoValue.Write(numbers, style, ", "));
        for (var i = 0; i < 4; i++)
        {
            var part = Find(Field.BoxPart(i));
            if (!JsonNumber.TryParse(TextOf(part), out var before, out _) || before != numbers[i])
                Replace(part, style.Format(numbers[i]));
        }
        return null;
    }

    string? SetPolygon(ElementChange.SetPolygon change)
    {
        foreach (var part in change.Parts)
        foreach (var number in part)
            if (!double.IsFinite(number))
                return "JSON cannot hold this polygon";
        var old = Find(Field.Segmentation);
        var before = TextOf(old);
        if (before is [(byte)'{', ..])
            return "it stores a mask, not a polygon";
        var separator = before.IndexOf(", "u8) >= 0 || before.IsEmpty ? ", " : ",";
        var style = NumberStyle.Of(before);
        var rings = change.Parts.Select(part => CocoValue.Write(part.AsSpan(), style, separator));
        return Set(FieldKind.Segmentation, "segmentation", $"[{string.Join(separator, rings)}]");
    }

    /// <summary>Writes the runs as the file has them: as text or as numbers.</summary>
    string? SetMask(RleMask mask)
    {
        var cursor = new JsonCursor(TextOf(Find(Field.Segmentation)), 0, span.File);
        if (Find(Field.Segmentation) is not { IsNone: false } old || !JsonMembers.TryFind(ref cursor, "counts"u8))
            return "it stores no mask";
        var start = cursor.Position;
        cursor.Skip();
        var counts = cursor.SpanFrom(start);
        var before = TextOf(old).Slice((int)counts.Start, counts.Length);
        var separator = before.IndexOf(", "u8) >= 0 ? ", " : ",";
        Replace(
            new SourceSpan(span.File, old.Start + counts.Start, counts.Length),
            before is [(byte)'"', ..]
                ? JsonText.Quote(mask.ToText())
                : $"[{string.Join(separator, mask.Runs.ToArray())}]"
        );
        if (!Find(Field.Area).IsNone)
            SetNumber(FieldKind.Area, "area", mask.Area);
        return Find(Field.Box).IsNone ? null : SetBox(new(element, mask.Bounds));
    }

    void Replace(SourceSpan old, string value) => edits.Add(new ByteEdit(old.File, old.Start, old.End, value));

    SourceSpan Find(Field field) => CocoLocator.Find(new JsonCursor(text, span.Start, span.File), field);

    ReadOnlySpan<byte> TextOf(SourceSpan part) =>
        part.IsNone ? [] : text.Slice((int)(part.Start - span.Start), part.Length);
}
