namespace LabelSpec.Annotations.Formats;

/// <summary>A row of a data set, as something to locate or to edit.</summary>
public readonly record struct Element(ElementKind Kind, int Index)
{
    public static Element Annotation(int index) => new(ElementKind.Annotation, index);

    public static Element Image(int index) => new(ElementKind.Image, index);

    public static Element CategoryDeclaration(int index) => new(ElementKind.CategoryDeclaration, index);

    public static Element Track(int index) => new(ElementKind.Track, index);
}
