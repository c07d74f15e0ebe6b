using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Geometry;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks;

/// <summary>
/// One annotation after the other, its geometry decoded when a check first asks for it and at most once. One for each
/// worker; it allocates nothing once its buffers have grown.
/// </summary>
public sealed class ShapeView(Dataset dataset)
{
    readonly PolygonBuffer polygon = new();
    readonly KeypointBuffer keypoints = new();
    int polygonOf = -1;
    int factsOf = -1;
    int keypointsOf = -1;
    int maskOf = -1;
    PolygonFacts facts;
    RleResult mask;

    public Dataset Dataset => dataset;

    /// <summary>Index of the annotation.</summary>
    public int Row { get; private set; }

    /// <summary>The stored box, or the bounds of the geometry where the file stores none.</summary>
    public Box Box => dataset.Annotations.Boxes[Row];

    public AnnotationFlags Flags => dataset.Annotations.Flags[Row];

    /// <summary>Index of the image, −1 for none.</summary>
    public int Image => dataset.Annotations.Images[Row];

    public PolygonBuffer Polygon
    {
        get
        {
            if (polygonOf != Row)
            {
                dataset.ReadPolygon(Row, polygon);
                polygonOf = Row;
            }

            return polygon;
        }
    }

    public ref readonly PolygonFacts PolygonFacts
    {
        get
        {
            if (factsOf != Row)
            {
                facts = PolygonFacts.Of(Polygon);
                factsOf = Row;
            }

            return ref facts;
        }
    }

    public KeypointBuffer Keypoints
    {
        get
        {
            if (keypointsOf != Row)
            {
                dataset.ReadKeypoints(Row, keypoints);
                keypointsOf = Row;
            }

            return keypoints;
        }
    }

    public RleResult Mask
    {
        get
        {
            if (maskOf != Row)
            {
                mask = dataset.ReadMask(Row);
                maskOf = Row;
            }

            return mask;
        }
    }

    public void MoveTo(int row) => Row = row;
}
