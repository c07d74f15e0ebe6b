using System.Collections.Immutable;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// Renames categories, attributes and values where files write their names. A name is found by the format's locator and written as
/// the old one was, so that this is the same for all formats; values go through the format's own editor.
/// </summary>
static class NamePlanner
{
    /// <summary>How far before its value the key of an attribute may begin.</summary>
    const int LongestKey = 1024;

    public static bool IsRename(ElementChange change) =>
        change is ElementChange.RenameCategory or ElementChange.RenameAttribute or ElementChange.RenameValue;

    public static void Plan(
        Dataset dataset,
        IReadOnlyList<ElementChange> changes,
        List<ByteEdit> edits,
        List<RefusedChange> refused
    )
    {
        // The shapes of a track write its label once, all at the same place.
        var made = new HashSet<ByteEdit>();
        foreach (var change in changes)
        {
            var found = change switch
            {
                ElementChange.RenameCategory rename => Category(dataset, rename),
                ElementChange.RenameAttribute rename => Attribute(dataset, rename),
                ElementChange.RenameValue rename => Value(dataset, rename),
                _ => [],
            };
            if (found.Count == 0)
                refused.Add(new(change, "the name does not stand here, or cannot be written here"));
            foreach (var edit in found)
                if (made.Add(edit))
                    edits.Add(edit);
        }
    }

    static List<ByteEdit> Category(Dataset dataset, ElementChange.RenameCategory rename)
    {
        var field = rename.Element.Kind == ElementKind.CategoryDeclaration ? new Field(FieldKind.Name) : Field.Category;
        var span = dataset.Locate(rename.Element, field);
        var isDeclared = rename.Element.Kind == ElementKind.CategoryDeclaration;
        if (Rewritten(dataset, span, rename.From, rename.To, isDeclared) is { } edit)
            return [edit];
        // Where the format writes the class in a way of its own, it knows how to write another one.
        return !isDeclared && !IsNumber(dataset, span)
            ? [.. Edits(dataset, new ElementChange.SetCategory(rename.Element, rename.To))]
            : [];
    }

    static List<ByteEdit> Attribute(Dataset dataset, ElementChange.RenameAttribute rename)
    {
        if (rename.Element.Kind == ElementKind.CategoryDeclaration)
            return Declared(
                dataset,
                rename.Element,
                rename.From,
                (text, _) => XmlLookup.Content(text, "name"u8),
                rename.To
            );
        if (Key(dataset, rename) is { Count: > 0 } edits)
            return edits;
        // Where the key stands is not known: the value moves to a key of the new name.
        return ValueOf(dataset, rename.Element, rename.From) is { } value
            ?
            [
                .. Edits(
                    dataset,
                    new ElementChange.SetAttribute(rename.Element, rename.From, null),
                    new ElementChange.SetAttribute(rename.Element, rename.To, value)
                ),
            ]
            : [];
    }

    static List<ByteEdit> Value(Dataset dataset, ElementChange.RenameValue rename)
    {
        if (rename.Element.Kind == ElementKind.CategoryDeclaration)
        {
            var edits = Declared(
                dataset,
                rename.Element,
                rename.Attribute,
                (text, _) => LineOf(text, XmlLookup.Content(text, "values"u8), rename.From),
                rename.To
            );
            edits.AddRange(
                Declared(
                    dataset,
                    rename.Element,
                    rename.Attribute,
                    (text, declaration) =>
                        declaration.Default == rename.From ? XmlLookup.Content(text, "default_value"u8) : XmlRange.None,
                    rename.To
                )
            );
            return edits;
        }

        if (ValueOf(dataset, rename.Element, rename.Attribute) is not { } value)
            return [];
        var next =
            value.Kind == AttributeValueKind.TextList
                ? AttributeValue.Of([.. value.AsTexts.ToArray().Select(text => text == rename.From ? rename.To : text)])
            : value.ToString() == rename.From ? AttributeValue.Of(rename.To)
            : value;
        return next == value
            ? []
            : [.. Edits(dataset, new ElementChange.SetAttribute(rename.Element, rename.Attribute, next))];
    }

    /// <summary>The key before the value: a member of JSON, the name of an element of XML, or the name that an element states.</summary>
    static List<ByteEdit> Key(Dataset dataset, ElementChange.RenameAttribute rename)
    {
        var span = dataset.Locate(rename.Element, Field.Attribute(rename.From));
        if (span.IsNone || span == dataset.SpanOf(rename.Element))
            return [];
        var bytes = dataset.Files[span.File].Bytes;
        var start = Math.Max(0, span.Start - LongestKey);
        var before = bytes.Slice(start, (int)(span.Start - start));
        if (IsXml(bytes))
            return KeyInXml(bytes, span, start, before, rename);
        var end = before.TrimEnd(" \t\r\n"u8).Length;
        if (end == 0 || before[end - 1] != ':')
            return [];
        end = before[..(end - 1)].TrimEnd(" \t\r\n"u8).Length;
        if (end < 2 || before[end - 1] != '"')
            return [];
        for (var open = end - 2; open >= 0; open--)
            if (
                before[open] == '"'
                && WrittenName.Rewrite(before[open..end], false, rename.From, rename.To) is { } text
            )
                return [new(span.File, start + open, start + end, text)];
        return [];
    }

    static List<ByteEdit> KeyInXml(
        SourceBytes bytes,
        SourceSpan span,
        long start,
        ReadOnlySpan<byte> before,
        ElementChange.RenameAttribute rename
    )
    {
        var tag = before.LastIndexOf((byte)'<');
        if (tag < 0)
            return [];
        var head = before[tag..];
        var named = XmlLookup.Attribute(head, "name"u8);
        if (
            !named.IsNone
            && WrittenName.Rewrite(head.Slice(named.Start, named.Length), true, rename.From, rename.To) is { } text
        )
            return [new(span.File, start + tag + named.Start, start + tag + named.End, text)];
        var old = Encoding.UTF8.GetBytes(rename.From);
        var closing = Encoding.UTF8.GetBytes($"</{rename.From}>");
        if (
            !head[1..].StartsWith(old)
            || head.Length < old.Length + 2
            || head[old.Length + 1] is not ((byte)'>' or (byte)' ')
            || !System.Xml.XmlConvert.EncodeLocalName(rename.To).Equals(rename.To, StringComparison.Ordinal)
        )
            return [];
        var behind = bytes.Slice(span.End, (int)Math.Min(LongestKey, bytes.Length - span.End));
        var end = behind.IndexOf(closing);
        return end < 0
            ? []
            :
            [
                new(span.File, start + tag + 1, start + tag + 1 + old.Length, rename.To),
                new(span.File, span.End + end + 2, span.End + end + 2 + old.Length, rename.To),
            ];
    }

    delegate XmlRange Finder(ReadOnlySpan<byte> text, AttributeDeclaration declaration);

    /// <summary>A name where a category declares the attribute in XML.</summary>
    static List<ByteEdit> Declared(Dataset dataset, Element element, string attribute, Finder find, string to)
    {
        var edits = new List<ByteEdit>();
        foreach (var declaration in dataset.Categories.Declarations[element.Index].Attributes)
        {
            if (declaration.Name != attribute || declaration.Span.IsNone)
                continue;
            var bytes = dataset.Files[declaration.Span.File].Bytes;
            if (!IsXml(bytes))
                continue;
            var range = find(bytes.Slice(declaration.Span.Start, declaration.Span.Length), declaration);
            if (!range.IsNone)
                edits.Add(
                    new(
                        declaration.Span.File,
                        declaration.Span.Start + range.Start,
                        declaration.Span.Start + range.End,
                        XmlText.Escape(to)
                    )
                );
        }

        return edits;
    }

    /// <summary>The line of a list of values that holds one; none where none does.</summary>
    static XmlRange LineOf(ReadOnlySpan<byte> text, XmlRange values, string value)
    {
        if (values.IsNone)
            return XmlRange.None;
        var list = text.Slice(values.Start, values.Length);
        var escaped = Encoding.UTF8.GetBytes(XmlText.Escape(value));
        for (var at = 0; at <= list.Length; )
        {
            var end = list[at..].IndexOf((byte)'\n') is >= 0 and var found ? at + found : list.Length;
            var line = list[at..end];
            var trimmed = XmlText.Trim(line);
            if (trimmed.SequenceEqual(escaped))
                return new(values.Start + at + line.IndexOf(trimmed), trimmed.Length);
            at = end + 1;
        }

        return XmlRange.None;
    }

    static ByteEdit? Rewritten(Dataset dataset, SourceSpan span, string from, string to, bool takesBlanks)
    {
        if (span.IsNone)
            return null;
        var bytes = dataset.Files[span.File].Bytes;
        return
            WrittenName.Rewrite(bytes.Slice(span.Start, span.Length), IsXml(bytes), from, to, takesBlanks) is { } text
            ? new ByteEdit(span.File, span.Start, span.End, text)
            : null;
    }

    static ImmutableArray<ByteEdit> Edits(Dataset dataset, params IReadOnlyList<ElementChange> changes)
    {
        var plan = EditPlanner.Plan(dataset, changes);
        return plan.Refused.IsEmpty ? plan.Edits : [];
    }

    static AttributeValue? ValueOf(Dataset dataset, Element element, string attribute)
    {
        var table = element.Kind == ElementKind.Image ? dataset.Images.Attributes : dataset.Annotations.Attributes;
        return table.TryGet(element.Index, attribute, out var value) ? value : null;
    }

    static bool IsNumber(Dataset dataset, SourceSpan span) =>
        span.IsNone
        || long.TryParse(dataset.Files[span.File].Bytes.Slice(span.Start, Math.Min(span.Length, 24)), out _);

    static bool IsXml(SourceBytes bytes) =>
        XmlText.Trim(bytes.Slice(0, (int)Math.Min(bytes.Length, 64)))
            is [(byte)'<', ..]
                or [0xEF, 0xBB, 0xBF, (byte)'<', ..];
}
