using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Pieces, holes and outline of a mask, found when first asked for.</summary>
sealed class MaskTopology(RleMask mask)
{
    MaskComponent[]? components;
    MaskComponent[]? holes;
    long perimeter = -1;

    /// <summary>Pieces of pixels that touch by an edge or a corner, largest first.</summary>
    public MaskComponent[] Components => components ??= mask.Components();

    /// <summary>Enclosed pieces of the background, largest first.</summary>
    public MaskComponent[] Holes => holes ??= mask.Holes();

    /// <summary>The number of pixel edges between foreground and background, or the edge of the image.</summary>
    public long Perimeter => perimeter < 0 ? perimeter = MaskPerimeter.Of(mask) : perimeter;
}
