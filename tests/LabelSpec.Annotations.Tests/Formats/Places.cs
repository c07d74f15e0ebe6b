using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>The text that a field of a fixture's element is located at.</summary>
static class Places
{
    public static string Of(Dataset dataset, int annotation, Field field) =>
        Tests.Read.Text(dataset, dataset.Locate(Element.Annotation(annotation), field));

    public static string Of(Dataset dataset, int annotation, FieldKind kind) =>
        Of(dataset, annotation, new Field(kind));

    public static string OfImage(Dataset dataset, int image, FieldKind kind) =>
        Tests.Read.Text(dataset, dataset.Locate(Element.Image(image), new Field(kind)));
}
