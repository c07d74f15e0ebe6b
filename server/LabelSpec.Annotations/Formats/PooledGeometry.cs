using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats;

/// <summary>For formats whose readers put geometry into the data set's <see cref="GeometryPool"/>.</summary>
public sealed class PooledGeometry : IGeometryDecoder
{
    public static PooledGeometry Instance { get; } = new();

    public bool ReadPolygon(Dataset dataset, int annotation, PolygonBuffer buffer)
    {
        buffer.Clear();
        return dataset.Geometry.ReadPolygon(dataset.Annotations.GeometryOf(annotation), buffer);
    }

    public bool ReadKeypoints(Dataset dataset, int annotation, KeypointBuffer buffer)
    {
        buffer.Clear();
        return dataset.Geometry.ReadKeypoints(dataset.Annotations.GeometryOf(annotation), buffer);
    }

    public RleResult ReadMask(Dataset dataset, int annotation) =>
        dataset.Geometry.ReadMask(dataset.Annotations.GeometryOf(annotation));

    public OrientedCuboid? ReadCuboid(Dataset dataset, int annotation) =>
        dataset.Geometry.ReadCuboid(dataset.Annotations.GeometryOf(annotation));

    public string? ReadCaption(Dataset dataset, int annotation) =>
        dataset.Geometry.ReadText(dataset.Annotations.GeometryOf(annotation));
}
