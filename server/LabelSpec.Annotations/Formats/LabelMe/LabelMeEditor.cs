using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.LabelMe;

/// <summary>Turns changes into edits of the JSON text.</summary>
static class LabelMeEditor
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes)
    {
        var removed = changes
            .Where(change => change is ElementChange.Remove { Element.Kind: ElementKind.Annotation })
            .Select(change => change.Element)
            .ToHashSet();
        var gone = changes.Where(change => change is not ElementChange.Remove && removed.Contains(change.Element));
        var others = changes.Where(change => !removed.Contains(change.Element)).ToList();
        var plan = EditCollector.Plan(dataset, others, Refusal);
        var removals = removed
            .Select(dataset.SpanOf)
            .GroupBy(span => span.File)
            .SelectMany(spans =>
                JsonRemoval.Edits(dataset.Files[spans.Key].Bytes, [.. spans.OrderBy(span => span.Start)])
            );
        return new(
            [.. plan.Edits.Concat(removals).OrderBy(edit => edit.File).ThenBy(edit => edit.Start)],
            [.. plan.Refused, .. gone.Select(change => new RefusedChange(change, "another change removes it"))]
        );
    }

    /// <summary>Adds the change's edits, or says why there can be none.</summary>
    static string? Refusal(Dataset dataset, ElementChange change, ImmutableArray<ByteEdit>.Builder edits)
    {
        var isShape = change.Element.Kind == ElementKind.Annotation;
        return change switch
        {
            ElementChange.SetCategory set when isShape => Set(
                dataset,
                set.Element,
                Field.Category,
                "label",
                JsonText.Quote(set.Category),
                edits
            ),
            ElementChange.SetAttribute set when isShape => SetAttribute(dataset, set, edits),
            ElementChange.SetBox set when isShape => SetBox(dataset, set, edits),
            ElementChange.SetPolygon set when isShape => SetPolygon(dataset, set, edits),
            ElementChange.SetImageSize set => Set(
                dataset,
                set.Element,
                new(FieldKind.Width),
                "imageWidth",
                $"{set.Width}",
                edits
            ) ?? Set(dataset, set.Element, new(FieldKind.Height), "imageHeight", $"{set.Height}", edits),
            ElementChange.Remove => "a LabelMe file is one image; delete the file",
            _ => "LabelMe files do not store this",
        };
    }

    static string? Set(
        Dataset dataset,
        Element element,
        Field field,
        string key,
        string value,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var whole = dataset.SpanOf(element);
        var old = LabelMeLocator.Locate(dataset, element, field);
        edits.Add(
            old == whole
                ? JsonObjectEdit.Insert(TextOf(dataset, whole), whole, key, value)
                : new(old.File, old.Start, old.End, value)
        );
        return null;
    }

    static string? SetAttribute(Dataset dataset, ElementChange.SetAttribute set, ImmutableArray<ByteEdit>.Builder edits)
    {
        var field = Field.Attribute(set.Name);
        if (set.Name == "description")
        {
            var text = set.Value is { } given ? given.ToString() : "";
            return Set(dataset, set.Element, field, "description", JsonText.Quote(text), edits);
        }

        if (set.Value is not { Kind: AttributeValueKind.Bool } value)
            return "LabelMe shapes have true or false flags and a description, nothing else";
        var word = value.AsBool ? "true" : "false";
        var whole = dataset.SpanOf(set.Element);
        var old = LabelMeLocator.Locate(dataset, set.Element, field);
        if (old != whole)
        {
            edits.Add(new(old.File, old.Start, old.End, word));
            return null;
        }

        var cursor = new JsonCursor(TextOf(dataset, whole), whole.Start, whole.File);
        if (!JsonMembers.TryFind(ref cursor, "flags"u8))
            edits.Add(
                JsonObjectEdit.Insert(TextOf(dataset, whole), whole, "flags", $"{{{JsonText.Quote(set.Name)}: {word}}}")
            );
        else
        {
            cursor.SkipSpace();
            var start = cursor.Position;
            var isObject = cursor.Peek() == JsonKind.Object;
            cursor.Skip();
            var flags = cursor.SpanFrom(start);
            edits.Add(
                isObject
                    ? JsonObjectEdit.Insert(TextOf(dataset, flags), flags, set.Name, word)
                    : new(flags.File, flags.Start, flags.End, $"{{{JsonText.Quote(set.Name)}: {word}}}")
            );
        }

        return null;
    }

    // Which of the corners is the left or upper one stays as it is.
    static string? SetBox(Dataset dataset, ElementChange.SetBox set, ImmutableArray<ByteEdit>.Builder edits)
    {
        if (dataset.Annotations.Shapes[set.Element.Index] != ShapeKind.Box)
            return "the box of this shape follows from its points";
        Span<SourceSpan> places = stackalloc SourceSpan[4];
        Span<double> old = stackalloc double[4];
        var whole = dataset.SpanOf(set.Element);
        for (var i = 0; i < 4; i++)
        {
            places[i] = LabelMeLocator.Locate(dataset, set.Element, Field.BoxPart(i));
            if (places[i] == whole || !JsonNumber.TryParse(TextOf(dataset, places[i]), out old[i], out _))
                return "the rectangle lacks one of its two corners";
        }

        var style = NumberStyle.Of(TextOf(dataset, LabelMeLocator.Locate(dataset, set.Element, Field.Box)));
        for (var i = 0; i < 4; i++)
        {
            var isFirst = i < 2 ? old[i] <= old[i + 2] : old[i] < old[i - 2];
            var number =
                i % 2 == 0 ? (isFirst ? set.Box.Left : set.Box.Right)
                : isFirst ? set.Box.Top
                : set.Box.Bottom;
            if (number != old[i])
                edits.Add(new(places[i].File, places[i].Start, places[i].End, style.Format(number)));
        }

        return null;
    }

    static string? SetPolygon(Dataset dataset, ElementChange.SetPolygon set, ImmutableArray<ByteEdit>.Builder edits)
    {
        if (!dataset.Annotations.Flags[set.Element.Index].HasFlag(AnnotationFlags.HasPolygon))
            return "this shape has no vertices";
        if (set.Parts.Length != 1)
            return "a LabelMe polygon is a single ring";
        var old = LabelMeLocator.Locate(dataset, set.Element, Field.Segmentation);
        var style = NumberStyle.Of(TextOf(dataset, old));
        var ring = set.Parts[0];
        var points = Enumerable
            .Range(0, ring.Length / 2)
            .Select(i => $"[{style.Format(ring[2 * i])}, {style.Format(ring[2 * i + 1])}]");
        edits.Add(new(old.File, old.Start, old.End, $"[{string.Join(", ", points)}]"));
        return null;
    }

    static ReadOnlySpan<byte> TextOf(Dataset dataset, SourceSpan span) =>
        dataset.Files[span.File].Bytes.Slice(span.Start, span.Length);
}
