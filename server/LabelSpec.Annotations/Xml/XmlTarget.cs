using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Xml;

/// <summary>An element that is being edited. Ranges are relative to its text; each method adds the edits it needs.</summary>
readonly ref struct XmlTarget(SourceSpan span, SourceBytes bytes, ImmutableArray<ByteEdit>.Builder edits)
{
    public SourceSpan Span { get; } = span;

    public ReadOnlySpan<byte> Text { get; } = bytes.Slice(span.Start, span.Length);

    public static XmlTarget Of(Dataset dataset, Element element, ImmutableArray<ByteEdit>.Builder edits)
    {
        var span = dataset.SpanOf(element);
        return new(span, dataset.Files[span.File].Bytes, edits);
    }

    public void Replace(XmlRange range, string replacement) =>
        edits.Add(new(Span.File, Span.Start + range.Start, Span.Start + range.End, replacement));

    /// <summary>Replaces a value, if it is there.</summary>
    /// <param name="range">Where it is; <see cref="XmlRange.None"/> for nowhere.</param>
    /// <param name="value">The new value, escaped.</param>
    public bool TryReplace(XmlRange range, string value)
    {
        if (!range.IsNone)
            Replace(range, value);
        return !range.IsNone;
    }

    /// <summary>Replaces a number, in the style of the old one; leaves it alone where it has that value already.</summary>
    public bool TryReplace(XmlRange range, double value)
    {
        if (range.IsNone)
            return false;
        var old = Text.Slice(range.Start, range.Length);
        if (!XmlText.TryParse(old, out double number) || number != value)
            Replace(range, DecimalText.Like(old, value));
        return true;
    }

    /// <summary>Takes the element away, with its lines.</summary>
    public void Remove() => Remove(new(0, Span.Length));

    /// <summary>Takes something inside away, with its lines.</summary>
    public void Remove(XmlRange range)
    {
        var (start, end) = XmlEdits.WithItsLines(bytes, Span.Start + range.Start, Span.Start + range.End);
        edits.Add(new(Span.File, start, end, ""));
    }

    /// <summary>Adds an element behind this one, on a line of its own where this one has one.</summary>
    public void InsertBehind(string element)
    {
        var indentation = XmlEdits.IndentationOf(bytes, Span.Start);
        Replace(new(Span.Length, 0), (indentation is null ? "" : XmlEdits.LineEndOf(bytes) + indentation) + element);
    }

    /// <summary>Adds an attribute, as <c>name="value"</c>, to the element's tag.</summary>
    public void InsertAttribute(string attribute)
    {
        var scanner = new XmlScanner(Text);
        scanner.Read();
        Replace(new(scanner.NameRange.End, 0), " " + attribute);
    }

    /// <summary>Adds a child at the end, on a line of its own where the others have one.</summary>
    public void InsertChild(string element)
    {
        var indentation = XmlEdits.IndentationOf(bytes, Span.Start);
        var lineEnd = indentation is null ? "" : XmlEdits.LineEndOf(bytes);
        var unit = indentation?.Contains('\t') == true ? "\t" : "  ";
        var inner = indentation is null ? "" : indentation + unit;
        var scanner = new XmlScanner(Text);
        scanner.Read();
        if (scanner.IsEmptyElement)
        {
            var name = Encoding.UTF8.GetString(scanner.Name);
            Replace(new(scanner.End - 2, 2), $">{lineEnd}{inner}{element}{lineEnd}{indentation}</{name}>");
            return;
        }

        var contentStart = scanner.End;
        scanner.SkipElement();
        var lastLine = Text[contentStart..scanner.Start].LastIndexOf((byte)'\n');
        var isBroken = lastLine >= 0 && indentation is not null;
        var at = isBroken ? contentStart + lastLine + 1 : scanner.Start;
        Replace(new(at, 0), isBroken ? $"{inner}{element}{lineEnd}" : element);
    }
}
