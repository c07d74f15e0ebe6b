using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// Decodes the geometry of single annotations. Thread-safe; allocates nothing but what a buffer needs to grow. Source that
/// changed meanwhile, or is broken, gives less geometry, never an exception.
/// </summary>
public interface IGeometryDecoder
{
    /// <summary>Fills the buffer with rings, lines or points. False, and the buffer empty, where there are none.</summary>
    bool ReadPolygon(Dataset dataset, int annotation, PolygonBuffer buffer);

    /// <summary>Fills the buffer with keypoints. False, and the buffer empty, where there are none.</summary>
    bool ReadKeypoints(Dataset dataset, int annotation, KeypointBuffer buffer);

    /// <summary>The mask, or what is wrong with it; neither where the annotation stores no mask.</summary>
    RleResult ReadMask(Dataset dataset, int annotation);

    OrientedCuboid? ReadCuboid(Dataset dataset, int annotation);

    string? ReadCaption(Dataset dataset, int annotation);

    /// <summary>The picture whose pixels are the mask of an annotation; null where masks stand in the file itself.</summary>
    LabelPictureFile? ReadLabelPicture(Dataset dataset, int annotation) => null;
}
