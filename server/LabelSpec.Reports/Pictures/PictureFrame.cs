using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>One image: its size in pixels, its name, and what is annotated in it.</summary>
public sealed record PictureFrame(string? Name, double Width, double Height, ImmutableArray<PictureShape> Shapes)
{
    /// <summary>The image file to draw under the annotations; null for plain paper.</summary>
    public string? ImageFile { get; init; }
}
