namespace LabelSpec.Quality.Comparison;

/// <summary>Each annotation is an object of its own.</summary>
sealed class SingleUnits : IUnitBuilder
{
    public List<ShapeUnit> Build(List<ComparedShape> shapes, IPainting? painting)
    {
        if (shapes.Count == 0 || shapes[0].Pool is not (ShapePool.Region or ShapePool.Mask))
            return shapes.ConvertAll(ShapeUnit.Of);
        var visible = painting is null ? null : VisibleParts.Of(shapes, painting);
        var units = new List<ShapeUnit>(shapes.Count);
        for (var i = 0; i < shapes.Count; i++)
        {
            var pixels = visible is null ? shapes[i].Mask : visible[i];
            units.Add(new([shapes[i]]) { Visible = pixels, Bounds = pixels?.Bounds ?? shapes[i].Bounds });
        }

        return units;
    }
}
