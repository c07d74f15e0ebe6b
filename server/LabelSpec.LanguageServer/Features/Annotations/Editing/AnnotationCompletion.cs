using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using LabelSpec.Annotations.Formats;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Attributes;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;
using SetAttribute = LabelSpec.Annotations.Formats.ElementChange.SetAttribute;
using SetCategory = LabelSpec.Annotations.Formats.ElementChange.SetCategory;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>
/// Class names and ids, attribute names and values. What may stand at the cursor is told by the text before it: while somebody
/// types, the element that it stands in is seldom whole.
/// </summary>
static partial class AnnotationCompletion
{
    /// <summary>How far back is looked; an element's key is never far from its value.</summary>
    const int LookBack = 2000;

    const int MostImages = 1000;

    /// <summary>What stands around a value and stays.</summary>
    static readonly char[] Quotes = ['"', '\'', '[', ']', ' '];

    static readonly SearchValues<char> EndsOfWords = SearchValues.Create("\"'<>[]{},\n");

    public static CompletionList At(AnnotationView view, Position position)
    {
        var offset = view.OffsetOf(position);
        var start = Math.Max(0, offset - LookBack);
        var before = view.File is { } file
            ? Encoding.UTF8.GetString(file.Bytes.Slice(start, (int)(offset - start)))
            : "";
        var found = AtValue(view, offset, position) ?? Proposals(view, offset, before, position);
        return new CompletionList(false, [.. found.DistinctBy(item => item.Label)]);
    }

    /// <summary>Instead of a value that stands there, whatever the format: another class, image, or value of the attribute.</summary>
    static IEnumerable<CompletionItem>? AtValue(AnnotationView view, long offset, Position position)
    {
        if (AnnotationPlace.At(view, offset) is not { } place || view.File is not { } file)
            return null;
        var written = Encoding.UTF8.GetString(file.Bytes.Slice(place.Span.Start, (int)(offset - place.Span.Start)));
        var typed = written.TrimStart(Quotes);
        var behind = Encoding.UTF8.GetString(file.Bytes.Slice(offset, (int)(place.Span.End - offset))).TrimEnd(Quotes);
        if (IsMoreThanAWord(typed) || IsMoreThanAWord(behind))
            return null;
        var first = file.Bytes.Slice(place.Span.Start, 1);
        var isNumber = first.Length > 0 && first[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-';
        return ProposalsAt(view, place, isNumber)
            ?.Select(item => Replacing(item, position, typed.Length, behind.Length));
    }

    static bool IsMoreThanAWord(string text) => text.AsSpan().ContainsAny(EndsOfWords);

    static IEnumerable<CompletionItem>? ProposalsAt(AnnotationView view, AnnotationPlace place, bool isNumber) =>
        (place.Element.Kind, place.Field.Kind) switch
        {
            (ElementKind.Annotation, FieldKind.Category) when isNumber => NumbersAt(view, place)
                .Select(category => Item(view, category.Name, category.Number)),
            (ElementKind.Annotation, FieldKind.Category) => NamesOf(view)
                .Select(name => Instead(Item(view, name, name), view, place, new SetCategory(place.Element, name))),
            (ElementKind.CategoryDeclaration, FieldKind.Name) => NamesOf(view).Select(name => Item(view, name, name)),
            (ElementKind.Annotation, FieldKind.Image) when isNumber => view
                .Images.Take(MostImages)
                .Where(image => !view.Dataset.Images.Ids[image].IsNone)
                .Select(image =>
                    Item(
                        view,
                        view.Dataset.Images.FileNames[image],
                        view.Dataset.IdTexts.Show(view.Dataset.Images.Ids[image])
                    ) with
                    {
                        Kind = CompletionItemKind.File,
                    }
                ),
            (_, FieldKind.Attribute) => ValuesAt(view, place).Select(value => ValueAt(view, place, value)),
            _ => null,
        };

    static IEnumerable<AttributeValue> ValuesAt(AnnotationView view, AnnotationPlace place)
    {
        var (name, rows) = (place.Field.Name, view.Dataset.Annotations);
        var symbol = AnnotationHover.AttributeOf(view, place);
        if (symbol is not null)
            return ValuesOf(symbol)
                .Select(value =>
                    symbol.Type is BoolAttributeType ? AttributeValue.Of(value == "true") : AttributeValue.Of(value)
                );
        var columns = place.Element.Kind == ElementKind.Image ? view.Dataset.Images.Attributes : rows.Attributes;
        return columns.Find(name) is { } column ? column.Pool.ToArray() : [];
    }

    static CompletionItem ValueAt(AnnotationView view, AnnotationPlace place, AttributeValue value)
    {
        var item = Item(value.ToString(), null, null);
        var change = new SetAttribute(place.Element, place.Field.Name, value);
        if (Instead(item, view, place, change) is { TextEdit: { } edit } instead && edit.NewText != item.Label)
            return instead with { FilterText = $"{edit.NewText} {item.Label}" };
        // Yes and no are numbers in formats that have a list of numbers for it, where none of them is meant by the guideline.
        var before = TextOf(view, place).Trim('"');
        if (item.Label is not ("true" or "false") || !int.TryParse(before, CultureInfo.InvariantCulture, out _))
            return item;
        var number = item.Label == "true" ? "1" : "0";
        return Item(item.Label, null, number, number) with { FilterText = $"{number} {item.Label}" };
    }

    /// <summary>
    /// What the format would write for a change, where that is one edit of the value: quotes, escapes and how yes and no are written are
    /// its business. Otherwise what the item says.
    /// </summary>
    static CompletionItem Instead(CompletionItem item, AnnotationView view, AnnotationPlace place, ElementChange change)
    {
        var plan = view.Dataset.Edit([change]);
        if (!plan.Refused.IsEmpty || plan.Edits is not [var edit] || view.File is not { } file)
            return item;
        var (start, end) = (place.Span.Start, place.Span.Start + place.Span.Length);
        if (edit.Start < start || edit.End > end)
            return item;
        var before = TextOf(view, place);
        var (head, tail) = (
            before.Length - before.TrimStart(Quotes).Length,
            before.Length - before.TrimEnd(Quotes).Length
        );
        var after =
            Encoding.UTF8.GetString(file.Bytes.Slice(start, (int)(edit.Start - start)))
            + edit.Text
            + Encoding.UTF8.GetString(file.Bytes.Slice(edit.End, (int)(end - edit.End)));
        return
            after.Length >= head + tail
            && after.StartsWith(before[..head], StringComparison.Ordinal)
            && after.EndsWith(before[^tail..], StringComparison.Ordinal)
            && !after.Contains('\n')
            ? item with
            {
                TextEdit = new TextEdit(default, after[head..^tail]),
            }
            : item;
    }

    static string TextOf(AnnotationView view, AnnotationPlace place) =>
        Encoding.UTF8.GetString(view.File!.Bytes.Slice(place.Span.Start, place.Span.Length));

    /// <summary>All of the value goes, as it would in an editor of JSON; not only what stands before the cursor.</summary>
    static CompletionItem Replacing(CompletionItem item, Position position, int typed, int behind) =>
        item with
        {
            TextEdit = new TextEdit(
                new Protocol.Range(
                    position with
                    {
                        Character = Math.Max(0, position.Character - typed),
                    },
                    position with
                    {
                        Character = position.Character + behind,
                    }
                ),
                item.TextEdit?.NewText ?? item.Label
            ),
        };

    /// <summary>Classes by the numbers that files write for them: declared ids, or else places in the list of names.</summary>
    static IEnumerable<(string Number, string Name)> NumbersOf(AnnotationView view)
    {
        var declared = view
            .Dataset.Categories.Declarations.Where(declaration => !declaration.Id.IsNone)
            .Select(declaration => (view.Dataset.IdTexts.Show(declaration.Id), declaration.Name ?? "?"))
            .ToList();
        return declared.Count > 0
            ? declared
            : view.Dataset.Categories.Names.ToArray().Select((name, number) => ($"{number}", name));
    }

    /// <summary>
    /// At an annotation that has a number, of files that declare none: what the format would write, as classes of some formats are
    /// numbered otherwise than by their place.
    /// </summary>
    static IEnumerable<(string Number, string Name)> NumbersAt(AnnotationView view, AnnotationPlace place)
    {
        if (view.Dataset.Categories.Declarations.Any(declaration => !declaration.Id.IsNone))
            return NumbersOf(view);
        var now = TextOf(view, place);
        return view
            .Dataset.Categories.Names.ToArray()
            .Select(name => (Number: NumberOf(name), name))
            .Where(category => category.Number.Length > 0);

        string NumberOf(string name) =>
            view.Dataset.Edit([new SetCategory(place.Element, name)]) switch
            {
                { Refused.IsEmpty: false } => "",
                { Edits: [] } => now,
                { Edits: [var edit] } when edit.Start == place.Span.Start && edit.End == edit.Start + now.Length =>
                    edit.Text,
                _ => "",
            };
    }

    static IEnumerable<CompletionItem> Proposals(AnnotationView view, long offset, string before, Position position)
    {
        var behind = Behind(view, offset);
        if (view.Format is { Id: "yolo" } && RowStart().Match(before) is { Success: true } index)
            return view
                .Dataset.Categories.Names.ToArray()
                .Select((name, number) => Typed(Item(view, name, number.ToString()), index));
        if (CategoryId().Match(before) is { Success: true } id)
            return view
                .Dataset.Categories.Declarations.Where(declaration => !declaration.Id.IsNone)
                .Select(declaration =>
                    Typed(Item(view, declaration.Name ?? "?", view.Dataset.IdTexts.Show(declaration.Id)), id)
                );
        // In CVAT's XML, tasks and attributes have names as well.
        if ((view.Format is { Id: "cvat" } ? LabelOfCvat() : Label()).Match(before) is { Success: true } label)
            return NamesOf(view).Select(name => Typed(Item(view, name, name), label, behind));
        if (AttributeName().Match(before) is { Success: true } attribute)
            return AttributesOf(view, offset, before)
                .Select(symbol =>
                    Typed(Item(symbol.Label, symbol.Documentation, symbol.Type.ToString()), attribute, behind)
                );
        if (AttributeStart().Match(before) is { Success: true } start)
            return AttributesOf(view, offset, before)
                .Select(symbol =>
                    Typed(
                        Item(symbol.Label, symbol.Documentation, symbol.Type.ToString(), $"{Quoted(symbol.Label)}: "),
                        start
                    )
                );
        if (AttributeValueBefore().Match(before) is { Success: true } value)
            return ValuesOf(view, value.Groups["key"].Value)
                .Select(name => Typed(Item(name, null, null), value, behind));
        return [];

        CompletionItem Typed(CompletionItem item, Match match, int behind = 0) =>
            Replacing(item, position, match.Groups["typed"].Length, behind);
    }

    /// <summary>How much of a word between quotes or tags stands behind the cursor; nothing where it has no end.</summary>
    static int Behind(AnnotationView view, long offset)
    {
        var text = view.File is { } file ? Encoding.UTF8.GetString(file.Bytes.Slice(offset, 200)) : "";
        return RestOfWord().Match(text).Length;
    }

    static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    static IEnumerable<string> NamesOf(AnnotationView view) =>
        (view.Analysis.Guideline?.Classes ?? [])
            .Where(symbol => !symbol.IsAbstract)
            .Select(symbol => symbol.Label)
            .Concat(view.Dataset.Categories.Names.ToArray())
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Those of the element at the cursor; where it is not whole, of the class that the text before names, and of all classes where it names
    /// none.
    /// </summary>
    static IEnumerable<AttributeSymbol> AttributesOf(AnnotationView view, long offset, string before)
    {
        var guideline = view.Analysis.Guideline;
        var place = AnnotationPlace.At(view, offset);
        if (place?.Element.Kind == ElementKind.Image)
            return guideline?.ImageAttributes.AsEnumerable() ?? [];
        if (place is not null && view.ClassOf(place.CategoryIn(view)) is { } known)
            return known.Attributes;
        var named = NamedCategory().Matches(before).LastOrDefault();
        var declaration = named is null
            ? null
            : view.Dataset.Categories.Declarations.FirstOrDefault(declaration =>
                view.Dataset.IdTexts.Show(declaration.Id) == named.Groups[1].Value
            );
        var classes =
            declaration?.Name is { } name && guideline?.FindClassByLabel(name) is { } symbol
                ? [symbol]
                : guideline?.Classes.AsEnumerable() ?? [];
        return classes.SelectMany(symbol => symbol.Attributes).DistinctBy(attribute => attribute.Label);
    }

    static IEnumerable<string> ValuesOf(AnnotationView view, string attribute)
    {
        var symbol = view
            .Analysis.Guideline?.Classes.SelectMany(symbol => symbol.Attributes)
            .Concat(view.Analysis.Guideline.ImageAttributes)
            .FirstOrDefault(one => one.Label == attribute);
        if (symbol is not null)
            return ValuesOf(symbol);
        return view.Dataset.Annotations.Attributes.Find(attribute) is { } column
            ? column.Pool.ToArray().Select(value => value.ToString())
            : [];
    }

    static IEnumerable<string> ValuesOf(AttributeSymbol symbol) =>
        symbol.Type switch
        {
            EnumAttributeType type => type.Values.Select(value => value.Label),
            SetAttributeType type => type.Values.Select(value => value.Label),
            BoolAttributeType => ["true", "false"],
            _ => [],
        };

    static CompletionItem Item(AnnotationView view, string name, string text) =>
        Item(text, view.Analysis.Guideline?.FindClassByLabel(name)?.Documentation, text == name ? null : name) with
        {
            Label = text == name ? name : $"{text} {name}",
            Kind = CompletionItemKind.Class,
            FilterText = $"{text} {name}",
        };

    /// <param name="written">Where it is written otherwise than it is called.</param>
    static CompletionItem Item(string text, string? documentation, string? detail, string? written = null) =>
        new(
            text,
            CompletionItemKind.Value,
            Detail: detail,
            Documentation: documentation is null ? null : MarkupContent.Markdown(documentation.Trim()),
            TextEdit: new TextEdit(default, written ?? text)
        );

    [GeneratedRegex("""^\w[^"'<>\n,:{}\[\]]*(?=["'<])""")]
    private static partial Regex RestOfWord();

    [GeneratedRegex("""(^|\n)(?<typed>\d*)$""")]
    private static partial Regex RowStart();

    [GeneratedRegex("""["'](category_id|label_id)["']\s*:\s*(?<typed>-?\d*)$""")]
    private static partial Regex CategoryId();

    [GeneratedRegex("""["']category_id["']\s*:\s*(-?\d+)""")]
    private static partial Regex NamedCategory();

    [GeneratedRegex("""("(label|class|category)"\s*:\s*"|"\w*labels"\s*:\s*\["|<name>|\blabel=")(?<typed>[^"<\n]*)$""")]
    private static partial Regex Label();

    [GeneratedRegex("""(\blabel="|<label>\s*<name>)(?<typed>[^"<\n]*)$""")]
    private static partial Regex LabelOfCvat();

    // Members before are whole: a comma inside of a list or a text begins none.
    [GeneratedRegex(
        """("attributes"\s*:\s*\{(([^{}\[\]"]|"[^"\n]*"|\[[^\[\]]*\])*,)?\s*"|<attribute\s+name=")(?<typed>[^"\n]*)$"""
    )]
    private static partial Regex AttributeName();

    [GeneratedRegex("""("attributes"\s*:\s*\{(([^{}\[\]"]|"[^"\n]*"|\[[^\[\]]*\])*,)?\s*)(?<typed>)$""")]
    private static partial Regex AttributeStart();

    [GeneratedRegex("""("(?<key>[^"\n]+)"\s*:\s*"|<attribute\s+name="(?<key>[^"\n]+)">)(?<typed>[^"<\n]*)$""")]
    private static partial Regex AttributeValueBefore();
}
