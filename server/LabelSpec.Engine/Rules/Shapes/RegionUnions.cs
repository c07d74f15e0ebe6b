using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>What annotations of one image cover together. One for each thread.</summary>
sealed class RegionUnions(AnnotationTable annotations, ShapeCache shapes)
{
    // Several whole images of regions would be asked for by nobody; one union is made again when another image comes.
    readonly Dictionary<(int Image, int Set), Union> unions = [];

    /// <summary>
    /// The share of an annotation that others cover together, itself left out; NaN is unknown. Compared by pixels as soon
    /// as a mask is among them.
    /// </summary>
    public double Covered(int row, int set, ReadOnlySpan<int> regions)
    {
        if (!annotations.HasArea(row))
            return double.NaN;
        var others = Touching(row, regions);
        return others.Count switch
        {
            0 => 0,
            1 => ShapeOverlap.Share(annotations, shapes, row, others[0]),
            _ => CoveredByUnion(row, set, others),
        };
    }

    /// <summary>Whether at least half of a shape lies in the annotations; of a shape without area, its centre.</summary>
    public Truth Inside(int row, int set, ReadOnlySpan<int> regions)
    {
        if (!annotations.IsPlaced(row))
            return Truth.Unknown;
        if (!annotations.HasArea(row))
            return Kleene.Of(Holds(annotations.Boxes[row].Center, row, regions));
        var share = Covered(row, set, regions);
        return double.IsNaN(share) ? Truth.Unknown : Kleene.Of(share >= 0.5);
    }

    public void Clear()
    {
        if (unions.Count > 0)
            unions.Clear();
    }

    bool Holds(Point point, int self, ReadOnlySpan<int> regions)
    {
        foreach (var region in regions)
            if (
                region != self
                && annotations.HasArea(region)
                && annotations.BoundsOf(region).Contains(point)
                && ShapeOverlap.Contains(annotations, shapes, region, new PointValue(point.X, point.Y, Truth.Unknown))
                    == Truth.True
            )
                return true;
        return false;
    }

    List<int> Touching(int row, ReadOnlySpan<int> regions)
    {
        var bounds = annotations.BoundsOf(row);
        var touching = new List<int>();
        foreach (var region in regions)
            if (
                region != row
                && annotations.HasArea(region)
                && annotations.BoundsOf(region).IntersectionArea(bounds) > 0
            )
                touching.Add(region);
        return touching;
    }

    double CoveredByUnion(int row, int set, List<int> others)
    {
        // Regions that a row touches are mostly the same for its neighbours; the union is kept as long as they are.
        var key = (annotations.Images[row], set);
        if (!unions.TryGetValue(key, out var union) || !union.IsOf(others))
        {
            union = new Union([.. others], shapes);
            unions[key] = union;
        }
        return union.ShareOf(row);
    }

    sealed class Union(int[] rows, ShapeCache shapes)
    {
        Region? region;
        RleMask? pixels;

        public bool IsOf(List<int> others) => rows.AsSpan().SequenceEqual([.. others]);

        public double ShareOf(int row)
        {
            var shape = shapes.Of(row);
            var size = shape.Mask;
            foreach (var other in rows)
                size ??= shapes.Of(other).Mask;
            return size is null ? ShareOfArea(shape) : ShareOfPixels(row, size.Height, size.Width);
        }

        double ShareOfArea(Shape shape)
        {
            region ??= Joined();
            return shape.Region is null || region is null ? double.NaN : shape.Region.ShareInside(region);
        }

        Region? Joined()
        {
            var coordinates = new List<double>();
            var ends = new List<int>();
            var holes = new List<bool>();
            foreach (var row in rows)
            {
                var shape = shapes.Of(row);
                for (var part = 0; part < shape.Parts; part++)
                {
                    coordinates.AddRange(shape.PartAt(part));
                    ends.Add(coordinates.Count);
                    holes.Add(shape.Holes[part]);
                }
            }
            return ends.Count == 0 ? null : Region.FromRings([.. coordinates], [.. ends], [.. holes]);
        }

        double ShareOfPixels(int row, int height, int width)
        {
            if (pixels is null || pixels.Height != height || pixels.Width != width)
            {
                pixels = null;
                foreach (var other in rows)
                    if (shapes.Pixels(other, height, width) is { } mask)
                        pixels = pixels is null ? mask : pixels.Union(mask);
            }
            return pixels is not null && shapes.Pixels(row, height, width) is { } own
                ? own.CrowdIoU(pixels)
                : double.NaN;
        }
    }
}
