using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>Turns changes into edits of the columns that a <see cref="RowFormat"/> names.</summary>
static class RowEditor
{
    const string NotStored = "the file does not store this";

    public static EditPlan Plan(RowFormat format, Dataset dataset, IReadOnlyList<ElementChange> changes) =>
        EditCollector.Plan(dataset, changes, (data, change, edits) => Refusal(format, data, change, edits));

    static string? Refusal(
        RowFormat format,
        Dataset dataset,
        ElementChange change,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        if (change.Element.Kind != ElementKind.Annotation)
            return "the file holds rows of annotations only; images and classes are not edited";
        var annotation = change.Element.Index;
        return change switch
        {
            ElementChange.Remove => format.RemovalRefusal ?? Remove(dataset, change.Element, edits),
            ElementChange.SetCategory set => format.CategoryText(dataset, annotation, set.Category) is { } text
                ? Replace(format, dataset, set.Element, Field.Category, text, edits)
                : $"no class '{set.Category}' is known to the format",
            ElementChange.SetAttribute { Value: { } value } set => Replace(
                format,
                dataset,
                set.Element,
                Field.Attribute(set.Name),
                TextOf(value),
                edits
            ),
            ElementChange.SetBox set => format.BoxNumbers(dataset, annotation, set.Box) is { } numbers
                ? SetNumbers(format, dataset, set.Element, numbers, edits)
                : "the box of this row follows from other columns, or needs a size of the image that is not known",
            _ => NotStored,
        };
    }

    static string? Remove(Dataset dataset, Element element, ImmutableArray<ByteEdit>.Builder edits)
    {
        var span = dataset.SpanOf(element);
        var bytes = dataset.Files[span.File].Bytes;
        var (start, end) = (span.Start, span.End);
        var first = bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark) ? 3 : 0;
        while (start > first && bytes.Slice(start - 1, 1) is [(byte)' ' or (byte)'\t'])
            start--;
        while (end < bytes.Length && bytes.Slice(end, 1) is [(byte)' ' or (byte)'\t' or (byte)'\r'])
            end++;
        if (bytes.Slice(end, 1) is [(byte)'\n'])
            end++;
        edits.Add(new(span.File, start, end, ""));
        return null;
    }

    static string? SetNumbers(
        RowFormat format,
        Dataset dataset,
        Element element,
        double[] numbers,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var row = format.RowOf(dataset, element);
        for (var i = 0; i < numbers.Length; i++)
        {
            var (column, _) = format.Columns(dataset, element, row, Field.BoxPart(i));
            if (!row.Has(column))
                return "the row lacks a part of its box";
            var text = DecimalText.Like(row.Inside(column), numbers[i]);
            if (!row.Inside(column).SequenceEqual(Encoding.UTF8.GetBytes(text)))
                Replace(row, column, 1, text, edits);
        }
        return null;
    }

    static string? Replace(
        RowFormat format,
        Dataset dataset,
        Element element,
        Field field,
        string text,
        ImmutableArray<ByteEdit>.Builder edits
    )
    {
        var row = format.RowOf(dataset, element);
        var (first, count) = format.Columns(dataset, element, row, field);
        if (row.SpanOf(first, count).IsNone)
            return NotStored;
        var separator = format.SeparatorIn(dataset.Files[dataset.SpanOf(element).File].Bytes);
        if (separator == TextRow.Blanks && (text.Length == 0 || text.Any(char.IsWhiteSpace)))
            return $"'{text}' is no single word, and blanks separate the columns of this file";
        Replace(row, first, count, Quoted(text, separator), edits);
        return null;
    }

    static void Replace(in TextRow row, int first, int count, string text, ImmutableArray<ByteEdit>.Builder edits)
    {
        var span = row.SpanOf(first, count);
        edits.Add(new(span.File, span.Start, span.End, text));
    }

    static string Quoted(string text, byte separator) =>
        separator != TextRow.Blanks && text.AsSpan().ContainsAny((char)separator, '"', '\n')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    // Flags of rows are 0 and 1.
    static string TextOf(AttributeValue value) =>
        value.Kind == AttributeValueKind.Bool ? (value.AsBool ? "1" : "0") : value.ToString();
}
