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

    int LastPixel => Edges == BoxEdges.Inclusive ? 1 : 0;

    public Box ToCanonical(double xmin, double ymin, double xmax, double ymax) =>
        Box.FromEdges(xmin - Origin, ymin - Origin, xmax - Origin + LastPixel, ymax - Origin + LastPixel);

    public double[] FromCanonical(Box box) =>
        [box.Left + Origin, box.Top + Origin, box.Right + Origin - LastPixel, box.Bottom + Origin - LastPixel];
}
