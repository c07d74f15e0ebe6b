namespace LabelSpec.Annotations.Formats;

public enum ElementKind : byte
{
    Annotation,
    Image,

    /// <summary>Index in <c>Categories.Declarations</c>.</summary>
    CategoryDeclaration,
    Track,
}
