using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Shapes of the image at hand, each decoded at most once. One for each thread.</summary>
sealed class ShapeCache(Dataset dataset)
{
    readonly ShapeDecoder decoder = new(dataset);
    readonly Dictionary<int, Shape> shapes = [];
    readonly Dictionary<(int Row, int Height, int Width), RleMask?> rasters = [];

    public Shape Of(int row)
    {
        if (!shapes.TryGetValue(row, out var shape))
        {
            shape = decoder.Decode(row);
            shapes.Add(row, shape);
        }
        return shape;
    }

    /// <summary>
    /// The pixels of a shape in an image of this size: of a mask its own, of other shapes as COCO rasterises polygons, with
    /// holes cut out. Null where there are none to be had.
    /// </summary>
    public RleMask? Pixels(int row, int height, int width)
    {
        var shape = Of(row);
        if (shape.Mask is { } mask)
            return mask.Height == height && mask.Width == width ? mask : null;
        var key = (row, height, width);
        if (!rasters.TryGetValue(key, out var pixels))
        {
            pixels = Rasterizer.Pixels(shape, height, width);
            rasters.Add(key, pixels);
        }
        return pixels;
    }

    public void Clear()
    {
        if (shapes.Count > 0)
            shapes.Clear();
        if (rasters.Count > 0)
            rasters.Clear();
    }
}
