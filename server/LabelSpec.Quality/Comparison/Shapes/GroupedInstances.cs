using LabelSpec.Geometry;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// CVAT: polygons and masks of one group and one label are one instance (<c>match_segments</c> with instance ids), whose
/// pixels are those of its members together. Other shapes stand alone.
/// </summary>
sealed class GroupedInstances : IUnitBuilder
{
    public List<ShapeUnit> Build(List<ComparedShape> shapes, IPainting? painting)
    {
        if (shapes.Count == 0 || shapes[0].Pool is not (ShapePool.Region or ShapePool.Mask))
            return shapes.ConvertAll(ShapeUnit.Of);
        var visible = painting is null ? [.. shapes.Select(shape => shape.Mask)] : VisibleParts.Of(shapes, painting);
        return
        [
            .. Enumerable
                .Range(0, shapes.Count)
                .GroupBy(i => shapes[i].Group >= 0 ? (shapes[i].Group, shapes[i].Label) : (-1 - i, shapes[i].Label))
                .Select(instance => UnitOf(instance, shapes, visible)),
        ];
    }

    static ShapeUnit UnitOf(IEnumerable<int> members, List<ComparedShape> shapes, RleMask?[] visible)
    {
        var pixels = members
            .Select(i => visible[i])
            .Aggregate((joined, next) => joined is null || next is null ? joined ?? next : joined.Union(next));
        return new([.. members.Select(i => shapes[i])])
        {
            Visible = pixels,
            Bounds = pixels?.Bounds ?? shapes[members.First()].Bounds,
        };
    }
}
