using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Other rings for a polygon, with what the file states about the shape.</summary>
static class NewPolygon
{
    /// <summary>Nothing where no ring is left.</summary>
    public static ImmutableArray<ElementChange> Of(
        AnnotationTable rows,
        int row,
        ImmutableArray<ImmutableArray<double>> rings
    )
    {
        if (rings.IsEmpty)
            return [];
        double[] coordinates = [.. rings.SelectMany(ring => ring)];
        var ends = new int[rings.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = rings[i].Length + (i == 0 ? 0 : ends[i - 1]);
        var area = Region.FromRings(coordinates, ends, new bool[ends.Length]).Area;
        var element = Element.Annotation(row);
        var changes = ImmutableArray.CreateBuilder<ElementChange>();
        changes.Add(new ElementChange.SetPolygon(element, rings));
        if ((rows.Flags[row] & AnnotationFlags.HasStoredBox) != 0)
            changes.Add(new ElementChange.SetBox(element, Ring.Bounds(coordinates)));
        if (double.IsFinite(area) && !double.IsNaN(rows.StoredAreas[row]))
            changes.Add(new ElementChange.SetArea(element, area));
        return changes.ToImmutable();
    }
}
