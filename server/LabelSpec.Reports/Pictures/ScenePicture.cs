using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Reports.Pictures;

/// <summary>Draws the scene of a test: what it shows, what is expected of it and what was found in it.</summary>
public static class ScenePicture
{
    /// <param name="violations">Indices of the annotations, in the scene, at which something was found.</param>
    public static Picture Of(
        string title,
        Scene scene,
        IReadOnlySet<int> violations,
        ImmutableArray<PictureNote> notes
    ) =>
        new(
            title,
            [.. Enumerable.Range(0, scene.Images.Length).Select(image => Frame(scene, image, violations))],
            notes
        );

    static PictureFrame Frame(Scene scene, int image, IReadOnlySet<int> violations)
    {
        var shapes = scene
            .Annotations.Select((annotation, index) => (annotation, index))
            .Where(item => item.annotation.ImageIndex == image)
            .SelectMany(item => Shapes(item.annotation, violations.Contains(item.index)));
        var (name, width, height) = (scene.Images[image].Name, scene.Images[image].Width, scene.Images[image].Height);
        return new PictureFrame(name, width, height, [.. shapes]);
    }

    // Of several shapes of one annotation, the first bears the label.
    static IEnumerable<PictureShape> Shapes(SceneAnnotation annotation, bool isViolation) =>
        annotation.Shapes.Select(
            (shape, index) =>
                SceneShapes.Draw(
                    shape,
                    new PictureShape
                    {
                        Label = index == 0 ? LabelOf(annotation) : "",
                        Colour = Colour.Parse(annotation.Class.Color) ?? Colour.Of(annotation.Class.Index),
                        IsViolation = isViolation,
                    }
                )
        );

    static string LabelOf(SceneAnnotation annotation)
    {
        var name = annotation.Name is { } own ? $"{own}: {annotation.Class.Name}" : annotation.Class.Name;
        var attributes = annotation
            .Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $" {pair.Key}={pair.Value}");
        return name + string.Concat(attributes);
    }
}
