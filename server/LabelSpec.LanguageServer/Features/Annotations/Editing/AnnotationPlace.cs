using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Sources;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>The value at a place of an annotation file, and the element that it belongs to.</summary>
sealed record AnnotationPlace(Element Element, Field Field, SourceSpan Span)
{
    static readonly Field[] OfAnnotation =
    [
        Field.Category,
        Field.Image,
        Field.Id,
        Field.Score,
        Field.Area,
        Field.Box,
        Field.Segmentation,
        Field.Crowd,
        new(FieldKind.Keypoints),
        new(FieldKind.Track),
    ];

    static readonly Field[] OfImage = [Field.Id, new(FieldKind.FileName), new(FieldKind.Width), new(FieldKind.Height)];

    static readonly Field[] OfCategory = [Field.Id, new(FieldKind.Name), new(FieldKind.Supercategory)];

    /// <summary>Null where no element stands; the element as a whole where none of its known values does.</summary>
    public static AnnotationPlace? At(AnnotationView view, long offset)
    {
        if (view.ElementAt(offset) is not { } element)
            return null;
        foreach (var field in FieldsOf(view, element))
            if (view.IsAt(element, field, offset, out var span))
                return new AnnotationPlace(element, field, span);
        return new AnnotationPlace(element, Field.Whole, view.Dataset.SpanOf(element));
    }

    static IEnumerable<Field> FieldsOf(AnnotationView view, Element element) =>
        element.Kind switch
        {
            ElementKind.Annotation => OfAnnotation.Concat(
                view.Dataset.Annotations.Attributes.Columns.Where(column => column.CodeOf(element.Index) >= 0)
                    .Select(column => Field.Attribute(column.Name))
            ),
            ElementKind.Image => OfImage.Concat(
                view.Dataset.Images.Attributes.Columns.Where(column => column.CodeOf(element.Index) >= 0)
                    .Select(column => Field.Attribute(column.Name))
            ),
            ElementKind.CategoryDeclaration => OfCategory,
            _ => [],
        };

    /// <summary>The category that the element has or declares; −1 for none.</summary>
    public int CategoryIn(AnnotationView view) =>
        Element.Kind switch
        {
            ElementKind.Annotation => view.Dataset.Annotations.Categories[Element.Index],
            ElementKind.CategoryDeclaration => view.Dataset.Categories.OfDeclaration(Element.Index),
            _ => -1,
        };
}
