namespace LabelSpec.Quality.Comparison;

/// <summary>What messages call the shapes of a pool.</summary>
static class ShapePoolName
{
    public static string Of(ShapePool pool) =>
        pool switch
        {
            ShapePool.Region => "polygon or mask",
            ShapePool.DrawnCuboid => "drawn cuboid",
            _ => pool.ToString().ToLowerInvariant(),
        };
}
