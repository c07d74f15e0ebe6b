using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>The shape of an object that several drew: that of one of them, or the average.</summary>
static class ConsensusShapes
{
    /// <summary>The node whose shape has the highest mean IoU with those of all, the first of equal ones.</summary>
    public static int Medoid(ImageShapes image, IReadOnlyList<int> nodes) =>
        nodes.MaxBy(node => nodes.Sum(other => other == node ? 1 : image.Overlap(node, other)));

    /// <summary>
    /// The node that CVAT takes: the one whose shape has the highest IoU with the mean of the bounds of all, edge by edge;
    /// of points and lines by their bounds.
    /// </summary>
    public static int NearestToMeanBox(ImageShapes image, IReadOnlyList<int> nodes)
    {
        if (image.ShapeAt(nodes[0]).IsOfImage)
            return nodes[0];
        var mean = new ShapeOverlap(MeanBox([.. nodes.Select(node => image.ShapeAt(node).Bounds)]));
        return nodes.MaxBy(node => image.ShapeAt(node).With(mean));
    }

    /// <summary>The mean of max(0, IoU) of a node with all, itself included.</summary>
    public static double Score(ImageShapes image, int chosen, IReadOnlyList<int> nodes) =>
        nodes.Average(node => node == chosen ? 1 : Math.Max(0, image.Overlap(chosen, node)));

    public static double Score(ImageShapes image, ShapeOverlap chosen, IReadOnlyList<int> nodes) =>
        nodes.Average(node => image.ShapeAt(node).With(chosen) is >= 0 and var similarity ? similarity : 0);

    /// <summary>Edge by edge the mean, with weights.</summary>
    public static Box MeanBox(IReadOnlyList<Box> boxes, IReadOnlyList<double>? weights = null)
    {
        double left = 0,
            top = 0,
            right = 0,
            bottom = 0,
            sum = 0;
        for (var i = 0; i < boxes.Count; i++)
        {
            var weight = weights?[i] ?? 1;
            left += weight * boxes[i].Left;
            top += weight * boxes[i].Top;
            right += weight * boxes[i].Right;
            bottom += weight * boxes[i].Bottom;
            sum += weight;
        }

        return Box.FromEdges(left / sum, top / sum, right / sum, bottom / sum);
    }

    /// <summary>
    /// The pixels that more than half of the weight covers; null where a shape cannot be drawn or none is left.
    /// </summary>
    public static RleMask? MajorityMask(
        ImageShapes image,
        IReadOnlyList<int> nodes,
        IReadOnlyList<double> weights,
        int height,
        int width
    )
    {
        if ((long)height * width is <= 0 or > int.MaxValue)
            return null;
        var votes = new double[height * width];
        var pixels = new byte[height * width];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (image.ShapeAt(nodes[i]).PixelsIn(height, width) is not { } mask || !mask.TryCopyTo(pixels))
                return null;
            for (var p = 0; p < votes.Length; p++)
                votes[p] += pixels[p] != 0 ? weights[i] : 0;
        }

        var half = weights.Sum() / 2;
        for (var p = 0; p < votes.Length; p++)
            pixels[p] = votes[p] > half ? (byte)1 : (byte)0;
        return RleMask.FromPixels(pixels, height, width).Mask is { Area: > 0 } majority ? majority : null;
    }

    public static bool IsArea(ShapeKind kind) => kind is ShapeKind.Polygon or ShapeKind.Mask;
}
