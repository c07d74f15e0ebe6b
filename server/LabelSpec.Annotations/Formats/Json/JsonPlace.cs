using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>An element of a data set, and what stands for it in its file.</summary>
readonly record struct JsonPlace(Dataset Dataset, Element Element, JsonNode Node)
{
    public bool IsImage => Element.Kind == ElementKind.Image;

    public bool IsAnnotation => Element.Kind == ElementKind.Annotation;

    /// <summary>The image of an annotation; −1 for anything else.</summary>
    public int Image => IsAnnotation ? Dataset.Annotations.Images[Element.Index] : -1;
}
