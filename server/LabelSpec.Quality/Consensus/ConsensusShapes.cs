using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Consensus;

/// <summary>The shape of an object that several drew: that of one of them, or the average.</summary>
static class ConsensusShapes
{
    /// <summary>The node whose shape is most like those of all, the first of equal ones.</summary>
    public static int Medoid(ImageShapes image, IReadOnlyList<int> nodes) =>
        nodes.MaxBy(node => nodes.Sum(other => image.Overlap(node, other)));

    /// <summary>The mean similarity of a node with all, itself included.</summary>
    public static double Score(ImageShapes image, int chosen, IReadOnlyList<int> nodes) =>
        nodes.Average(node => image.Overlap(chosen, node));

    /// <summary>The mean similarity of another shape with nodes.</summary>
    public static double Score(ImageShapes image, ShapeUnit chosen, IReadOnlyList<int> nodes) =>
        nodes.Average(node => image.Overlap(node, chosen));

    /// <summary>A box as a shape that nobody drew.</summary>
    public static ShapeUnit Drawn(Box box) =>
        ShapeUnit.Of(
            new()
            {
                Row = -1,
                Label = -1,
                Pool = ShapePool.Box,
                Kind = ShapeKind.Box,
                Bounds = box,
                Turned = RotatedBox.FromBox(box),
            }
        );

    /// <summary>Pixels as a shape that nobody drew.</summary>
    public static ShapeUnit Drawn(RleMask pixels) =>
        ShapeUnit.Of(
            new()
            {
                Row = -1,
                Label = -1,
                Pool = ShapePool.Region,
                Kind = ShapeKind.Mask,
                Bounds = pixels.Bounds,
                Mask = pixels,
            }
        );

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
    public static RleMask? MajorityMask(ImageShapes image, IReadOnlyList<int> nodes, IReadOnlyList<double> weights)
    {
        var (width, height) = image.Canvas;
        if ((long)height * width is <= 0 or > int.MaxValue)
            return null;
        var votes = new double[height * width];
        var pixels = new byte[height * width];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (
                image.Nodes[nodes[i]].Unit.First.Mask is not { } mask
                || mask.Height != height
                || mask.Width != width
                || !mask.TryCopyTo(pixels)
            )
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
