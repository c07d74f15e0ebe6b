using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>The geometry of one annotation, decoded.</summary>
sealed class Shape(ShapeKind kind)
{
    MaskTopology? topology;

    public ShapeKind Kind => kind;

    /// <summary>The smallest box around the geometry itself, whatever box the file states; NaN edges where there is none.</summary>
    public Box Bounds { get; init; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>What it covers, in continuous coordinates; null for readable masks and for shapes that cover nothing.</summary>
    public Region? Region { get; init; }

    /// <summary>The pixels of a mask; null for other shapes, and where the file's mask is broken.</summary>
    public RleMask? Mask { get; init; }

    /// <summary>Vertices as x, y pairs of all parts, one after the other: of polygons, lines, and labelled points.</summary>
    public double[] Coordinates { get; init; } = [];

    /// <summary>For each part the index behind its last coordinate.</summary>
    public int[] PartEnds { get; init; } = [];

    /// <summary>For each part whether it is a hole.</summary>
    public bool[] Holes { get; init; } = [];

    public int Parts => PartEnds.Length;

    /// <summary>Whether it consists of points that nothing connects.</summary>
    public bool IsPoints => kind is ShapeKind.Point or ShapeKind.Skeleton;

    public MaskTopology? Topology => topology ??= Mask is null ? null : new MaskTopology(Mask);

    public ReadOnlySpan<double> PartAt(int part) =>
        Coordinates.AsSpan((part == 0 ? 0 : PartEnds[part - 1])..PartEnds[part]);
}
