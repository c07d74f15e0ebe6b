using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.LanguageServer.Features.Data;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Where data says a word, in the order of its rows.</summary>
static class DataPlaces
{
    public static IEnumerable<SourceSpan> In(Dataset dataset, DataWord word) =>
        word.Attribute is { } attribute ? OfAttribute(dataset, word, attribute) : OfClass(dataset, word);

    static IEnumerable<SourceSpan> OfClass(Dataset dataset, DataWord word)
    {
        var declarations = dataset.Categories.Declarations;
        for (var i = 0; i < declarations.Length; i++)
            if (declarations[i].Name is { } name && word.Labels.Contains(name))
                yield return dataset.Locate(Element.CategoryDeclaration(i), new Field(FieldKind.Name));
        var wanted = CategoriesOf(dataset, word);
        for (var row = 0; row < dataset.Annotations.Count; row++)
            if (dataset.Annotations.Categories[row] is >= 0 and var category && wanted[category])
                yield return dataset.Locate(Element.Annotation(row), Field.Category);
    }

    static IEnumerable<SourceSpan> OfAttribute(Dataset dataset, DataWord word, string attribute)
    {
        if (dataset.Annotations.Attributes.Find(attribute) is { } column)
        {
            var wanted = CategoriesOf(dataset, word);
            for (var row = 0; row < dataset.Annotations.Count; row++)
                if (
                    column.TryGet(row, out var value)
                    && Says(value, word.Value)
                    && dataset.Annotations.Categories[row] is >= 0 and var category
                    && wanted[category]
                )
                    yield return dataset.Locate(Element.Annotation(row), Field.Attribute(attribute));
        }

        if (word.OfImages && dataset.Images.Attributes.Find(attribute) is { } ofImages)
            for (var image = 0; image < dataset.Images.Count; image++)
                if (ofImages.TryGet(image, out var value) && Says(value, word.Value))
                    yield return dataset.Locate(Element.Image(image), Field.Attribute(attribute));
    }

    static bool Says(AttributeValue value, string? word) =>
        word is null
        || (value.Kind == AttributeValueKind.TextList ? value.AsTexts.Contains(word) : value.ToString() == word);

    static bool[] CategoriesOf(Dataset dataset, DataWord word) =>
        [.. dataset.Categories.Names.ToArray().Select(word.Labels.Contains)];
}
