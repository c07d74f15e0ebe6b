using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Migration;

/// <summary>The elements of a data set that say a word, and how each is to be changed.</summary>
sealed class ChangedElements(Dataset dataset, LabelChange change)
{
    AnnotationTable Rows => dataset.Annotations;

    public IEnumerable<ElementChange> All() =>
        change switch
        {
            LabelChange.OfClass rename => OfClass(rename),
            LabelChange.OfAttribute rename => OfAttribute(rename),
            LabelChange.OfValue rename => OfValue(rename),
            _ => [],
        };

    IEnumerable<ElementChange> OfClass(LabelChange.OfClass rename)
    {
        var category = dataset.Categories.IndexOf(rename.From);
        if (category < 0)
            yield break;
        var declarations = dataset.Categories.Declarations;
        // Files that number their classes say the name once; where the new one has a number too, annotations take that.
        var numbered = new HashSet<int>();
        var hasBoth = new HashSet<int>();
        for (var i = 0; i < declarations.Length; i++)
            if (declarations[i].Name == rename.To)
                hasBoth.Add(declarations[i].Span.File);
        for (var i = 0; i < declarations.Length; i++)
        {
            if (declarations[i].Name != rename.From || hasBoth.Contains(declarations[i].Span.File))
                continue;
            if (!declarations[i].Id.IsNone)
                numbered.Add(declarations[i].Span.File);
            yield return new ElementChange.RenameCategory(Element.CategoryDeclaration(i), rename.From, rename.To);
        }

        for (var row = 0; row < Rows.Count; row++)
        {
            var file = Rows.FileOf(row);
            if (Rows.Categories[row] != category || numbered.Contains(file))
                continue;
            var element = Element.Annotation(row);
            if (hasBoth.Contains(file))
                yield return new ElementChange.SetCategory(element, rename.To);
            else if (WritesName(element))
                yield return new ElementChange.RenameCategory(element, rename.From, rename.To);
        }
    }

    IEnumerable<ElementChange> OfAttribute(LabelChange.OfAttribute rename)
    {
        foreach (var element in DeclarationsWith(rename.From, rename.Classes))
            yield return new ElementChange.RenameAttribute(element, rename.From, rename.To);
        foreach (var (element, _) in ElementsWith(rename.From, rename.Classes))
            yield return new ElementChange.RenameAttribute(element, rename.From, rename.To);
    }

    IEnumerable<ElementChange> OfValue(LabelChange.OfValue rename)
    {
        var declarations = dataset.Categories.Declarations;
        foreach (var element in DeclarationsWith(rename.Attribute, rename.Classes))
            if (declarations[element.Index].Attributes.Any(one => one.Values.Contains(rename.From)))
                yield return new ElementChange.RenameValue(element, rename.Attribute, rename.From, rename.To);
        foreach (var (element, value) in ElementsWith(rename.Attribute, rename.Classes))
            if (Says(value, rename.From))
                yield return new ElementChange.RenameValue(element, rename.Attribute, rename.From, rename.To);
    }

    IEnumerable<Element> DeclarationsWith(string attribute, IReadOnlySet<string>? classes)
    {
        var declarations = dataset.Categories.Declarations;
        for (var i = 0; i < declarations.Length; i++)
            if (
                (classes is null || (declarations[i].Name is { } name && classes.Contains(name)))
                && declarations[i].Attributes.Any(one => one.Name == attribute && !one.Span.IsNone)
            )
                yield return Element.CategoryDeclaration(i);
    }

    IEnumerable<(Element Element, AttributeValue Value)> ElementsWith(string attribute, IReadOnlySet<string>? classes)
    {
        if (Rows.Attributes.Find(attribute) is { } column)
            for (var row = 0; row < Rows.Count; row++)
                if (column.TryGet(row, out var value) && IsOf(row, classes))
                    yield return (Element.Annotation(row), value);
        if (classes is null && dataset.Images.Attributes.Find(attribute) is { } ofImages)
            for (var image = 0; image < dataset.Images.Count; image++)
                if (ofImages.TryGet(image, out var value))
                    yield return (Element.Image(image), value);
    }

    bool IsOf(int row, IReadOnlySet<string>? classes) =>
        classes is null
        || (Rows.Categories[row] is >= 0 and var category && classes.Contains(dataset.Categories.NameOf(category)));

    static bool Says(AttributeValue value, string word) =>
        value.Kind == AttributeValueKind.TextList ? value.AsTexts.Contains(word) : value.ToString() == word;

    /// <summary>Whether the annotation itself names its class, and not a number that a definition elsewhere explains.</summary>
    bool WritesName(Element element)
    {
        var span = dataset.Locate(element, Field.Category);
        return !span.IsNone
            && span != dataset.SpanOf(element)
            && !long.TryParse(dataset.Files[span.File].Bytes.Slice(span.Start, Math.Min(span.Length, 24)), out _);
    }
}
