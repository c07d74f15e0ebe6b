namespace LabelSpec.Quality.Comparison;

/// <summary>CVAT's <c>point_size_base</c>.</summary>
public enum PointScale
{
    /// <summary>The box around the points and all that is grouped with them.</summary>
    GroupBoxSize,
    ImageSize,
}
