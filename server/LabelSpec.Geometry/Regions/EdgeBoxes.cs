using NetTopologySuite.Geometries;

namespace LabelSpec.Geometry;

/// <summary>Collects the box around every edge of a geometry.</summary>
sealed class EdgeBoxes(List<Box> boxes) : ICoordinateSequenceFilter
{
    public bool Done => false;

    public bool GeometryChanged => false;

    public void Filter(CoordinateSequence seq, int i)
    {
        if (i == 0)
            return;
        double x = seq.GetX(i - 1),
            y = seq.GetY(i - 1);
        boxes.Add(
            Box.FromEdges(
                Math.Min(x, seq.GetX(i)),
                Math.Min(y, seq.GetY(i)),
                Math.Max(x, seq.GetX(i)),
                Math.Max(y, seq.GetY(i))
            )
        );
    }
}
