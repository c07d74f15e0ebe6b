using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Building;

/// <summary>Geometry of joined parts stays where it is: each part decodes its own.</summary>
sealed class JoinedGeometry(IReadOnlyList<Dataset> parts, IReadOnlyList<(int Part, int Row)> origins) : IGeometryDecoder
{
    public bool ReadPolygon(Dataset dataset, int annotation, PolygonBuffer buffer) =>
        Of(annotation, out var row).ReadPolygon(row, buffer);

    public bool ReadKeypoints(Dataset dataset, int annotation, KeypointBuffer buffer) =>
        Of(annotation, out var row).ReadKeypoints(row, buffer);

    public RleResult ReadMask(Dataset dataset, int annotation) => Of(annotation, out var row).ReadMask(row);

    public OrientedCuboid? ReadCuboid(Dataset dataset, int annotation) => Of(annotation, out var row).ReadCuboid(row);

    public string? ReadCaption(Dataset dataset, int annotation) => Of(annotation, out var row).ReadCaption(row);

    public LabelPictureFile? ReadLabelPicture(Dataset dataset, int annotation) =>
        Of(annotation, out var row).ReadLabelPicture(row);

    Dataset Of(int annotation, out int row)
    {
        (var part, row) = origins[annotation];
        return parts[part];
    }
}
