using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json.Edits;

/// <summary>Turns changes into edits of the values that a <see cref="JsonFormat"/> finds.</summary>
static class JsonEditor
{
    const string NotStored = "the file does not store this";

    public static EditPlan Plan(JsonFormat format, Dataset dataset, IReadOnlyList<ElementChange> changes)
    {
        var removed = changes
            .Where(change => change is ElementChange.Remove { Element.Kind: ElementKind.Annotation })
            .Select(change => change.Element)
            .Where(element =>
                IsElement(dataset, dataset.SpanOf(element)) && format.IsRemovable(JsonFormat.PlaceOf(dataset, element))
            )
            .ToHashSet();
        var gone = changes.Where(change => change is not ElementChange.Remove && removed.Contains(change.Element));
        var others = changes.Where(change => !removed.Contains(change.Element)).ToList();
        var plan = EditCollector.Plan(dataset, others, (data, change, edits) => Refusal(format, data, change, edits));
        var removals = removed
            .SelectMany(element => format.RemovedWith(dataset, element))
            .GroupBy(span => span.File)
            .SelectMany(spans => JsonRemoval.Edits(dataset.Files[spans.Key].Bytes, [.. Outermost(spans)]));
        return new(
            [.. plan.Edits.Concat(removals).OrderBy(edit => edit.File).ThenBy(edit => edit.Start)],
            [.. plan.Refused, .. gone.Select(change => new RefusedChange(change, "another change removes it"))]
        );
    }

    /// <summary>It stands in an array: a comma or the array's bracket is before it.</summary>
    static bool IsElement(Dataset dataset, SourceSpan span)
    {
        var bytes = dataset.Files[span.File].Bytes;
        var before = span.Start - 1;
        while (before >= 0 && bytes.Slice(before, 1) is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'])
            before--;
        return bytes.Slice(before, 1) is [(byte)'[' or (byte)','];
    }

    /// <summary>Without those that lie in others, in order.</summary>
    static IEnumerable<SourceSpan> Outermost(IEnumerable<SourceSpan> spans)
    {
        var end = -1L;
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (span.Start < end)
                continue;
            end = span.End;
            yield return span;
        }
    }

    static string? Refusal(
        JsonFormat format,
        Dataset dataset,
        ElementChange change,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var place = JsonFormat.PlaceOf(dataset, change.Element);
        return change switch
        {
            ElementChange.SetCategory set when place.IsAnnotation => format.CategoryValue(place, set.Category)
                is { } value
                ? Replace(format.Find(place, Field.Category), value, edits)
                : $"the file declares no class '{set.Category}'",
            ElementChange.SetAttribute set => SetAttribute(format, place, set, edits),
            ElementChange.SetBox set when place.IsAnnotation => SetBox(format, place, set, edits),
            ElementChange.SetPolygon set when place.IsAnnotation => SetPolygon(format, place, set, edits),
            ElementChange.CloseRings when place.IsAnnotation => CloseRings(format, place, edits),
            ElementChange.SetArea set => Replace(format.Find(place, Field.Area), Number(set.Area), edits),
            ElementChange.SetId set => Replace(format.Find(place, Field.Id), Number(set.Id), edits),
            ElementChange.SetKeypointCount set => Replace(
                format.Find(place, Field.KeypointCount),
                Number(set.Count),
                edits
            ),
            ElementChange.SetCrowd set => SetFlag(format.Find(place, Field.Crowd), set.IsCrowd, edits),
            ElementChange.SetImageSize set when place.IsImage => Replace(
                format.Find(place, new(FieldKind.Width)),
                Number(set.Width),
                edits
            ) ?? Replace(format.Find(place, new(FieldKind.Height)), Number(set.Height), edits),
            ElementChange.Remove => "it is not an element of a list that can be taken out",
            _ => NotStored,
        };
    }

    static string? SetAttribute(
        JsonFormat format,
        in JsonPlace place,
        ElementChange.SetAttribute set,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var old = format.Find(place, Field.Attribute(set.Name));
        if (old.Exists && set.Value is { } value)
            return Replace(old, ValueOf(value, old.Kind), edits);
        var home = format.AttributesOf(place);
        if (!home.IsObject)
            return NotStored;
        var text = home.Raw;
        if (set.Value is { } added)
        {
            edits.Add(JsonObjectEdit.Insert(text, home.Span, set.Name, ValueOf(added, JsonKind.None)));
            return null;
        }
        var bytes = place.Dataset.Files[home.Span.File].Bytes;
        foreach (var edit in old.HasKey ? JsonRemoval.Edits(bytes, [old.MemberSpan]) : [])
            edits.Add(edit);
        return null;
    }

    static string? SetBox(
        JsonFormat format,
        in JsonPlace place,
        ElementChange.SetBox set,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        if (format.BoxNumbers(place, set.Box) is not { } numbers)
            return "the box follows from other geometry, or needs a size of the image that is not known";
        var nodes = new JsonNode[numbers.Length];
        var digits = new List<byte>();
        for (var i = 0; i < numbers.Length; i++)
        {
            nodes[i] = format.Find(place, Field.BoxPart(i));
            if (!nodes[i].IsNumber)
                return "the box lacks one of its numbers";
            digits.AddRange([.. nodes[i].Raw, (byte)' ']);
        }
        var style = NumberStyle.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(digits));
        for (var i = 0; i < numbers.Length; i++)
            if (Math.Abs(nodes[i].Number - numbers[i]) > 1e-9 * Math.Max(1, Math.Abs(numbers[i])))
                Replace(nodes[i], style.Format(numbers[i]), edits);
        return null;
    }

    // Written as the positions before it are: after the comma and the blanks that stand before the last one.
    static string? CloseRings(JsonFormat format, in JsonPlace place, ImmutableArray<ByteEdit>.Builder edits)
    {
        var closed = 0;
        foreach (var ring in format.ClosedRings(place))
        {
            // What is no position closes nothing, however often it is repeated.
            if (ring.Count < 3 || !IsPosition(ring[0]) || SameNumbers(ring[0], ring[ring.Count - 1]))
                continue;
            var (before, last) = (ring[ring.Count - 2].Span, ring[ring.Count - 1].Span);
            var bytes = place.Dataset.Files[last.File].Bytes;
            var between = bytes.Slice(before.End, (int)(last.Start - before.End));
            edits.Add(
                new ByteEdit(
                    last.File,
                    last.End,
                    last.End,
                    System.Text.Encoding.UTF8.GetString(between) + System.Text.Encoding.UTF8.GetString(ring[0].Raw)
                )
            );
            closed++;
        }

        return closed > 0 ? null : NotStored;
    }

    static bool IsPosition(JsonNode node) => double.IsFinite(node[0].Number) && double.IsFinite(node[1].Number);

    static bool SameNumbers(JsonNode a, JsonNode b) => a[0].Number == b[0].Number && a[1].Number == b[1].Number;

    static string? SetPolygon(
        JsonFormat format,
        in JsonPlace place,
        ElementChange.SetPolygon set,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var old = format.Find(place, Field.Segmentation);
        return format.PolygonValue(place, set.Parts, NumberStyle.Of(old.Raw)) is { } value
            ? Replace(old, value, edits)
            : "the element has no vertices, or cannot hold these";
    }

    static string? SetFlag(JsonNode old, bool value, ImmutableArray<ByteEdit>.Builder edits) =>
        Replace(old, old.IsNumber ? (value ? "1" : "0") : ValueOf(AttributeValue.Of(value), old.Kind), edits);

    static string? Replace(JsonNode old, string value, ImmutableArray<ByteEdit>.Builder edits)
    {
        if (!old.Exists)
            return NotStored;
        if (!IsWhole(old.Raw))
            return "its text is no valid JSON; correct that first";
        edits.Add(new(old.Span.File, old.Span.Start, old.Span.End, value));
        return null;
    }

    // What was read of a value whose brackets do not match is a guess: written back, it would look as if somebody had meant it.
    static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var cursor = new JsonCursor(text);
        return cursor.Skip() && cursor.Position == text.Length;
    }

    /// <summary>A value as JSON; where a text stood before, it stays one.</summary>
    static string ValueOf(AttributeValue value, JsonKind old) =>
        value.Kind switch
        {
            AttributeValueKind.Null => "null",
            AttributeValueKind.Bool or AttributeValueKind.Number when old != JsonKind.Text => value.Kind
                == AttributeValueKind.Number
            && !double.IsFinite(value.AsNumber)
                ? JsonText.Quote(value.ToString())
                : value.ToString(),
            AttributeValueKind.TextList => $"[{string.Join(", ", value.AsTexts.ToArray().Select(JsonText.Quote))}]",
            _ => JsonText.Quote(value.ToString()),
        };

    static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
