using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// What the four numbers of a VOC box mean. The original development kit counts pixels from 1 and includes the last one
/// (width = xmax − xmin + 1); most tools that came later write continuous edges from 0.
/// </summary>
readonly record struct VocConvention(int Origin, BoxEdges Edges)
{
    public static VocConvention Original => new(1, BoxEdges.Inclusive);

    public static VocConvention Continuous => new(0, BoxEdges.Continuous);

    /// <summary>
    /// The element in which LabelSpec says how it wrote the boxes of a file, where they could be taken for either; other
    /// tools pass over it.
    /// </summary>
    public static ReadOnlySpan<byte> Element => "coordinates"u8;

    /// <summary>What the element says: <c>from 0, continuous</c>.</summary>
    public string Text => $"from {Origin}, {(Edges == BoxEdges.Continuous ? "continuous" : "inclusive")}";

    /// <summary>Null for a text that is none of ours.</summary>
    public static VocConvention? Parse(ReadOnlySpan<byte> text)
    {
        foreach (var convention in (VocConvention[])[Original, Continuous])
            if (System.Text.Encoding.UTF8.GetString(text).Trim() == convention.Text)
                return convention;
        return null;
    }

    int LastPixel => Edges == BoxEdges.Inclusive ? 1 : 0;

    public Box ToCanonical(double xmin, double ymin, double xmax, double ymax) =>
        Box.FromEdges(xmin - Origin, ymin - Origin, xmax - Origin + LastPixel, ymax - Origin + LastPixel);

    public double[] FromCanonical(Box box) =>
        [box.Left + Origin, box.Top + Origin, box.Right + Origin - LastPixel, box.Bottom + Origin - LastPixel];
}
