using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.OpenLabel;

/// <summary>
/// Which polygons of an object are holes in which: each may have a <c>hierarchy</c> of four indexes in the list of the object's
/// polygons, [next, previous, first child, parent] with −1 for none, as OpenCV's findContours gives it and the tools of OpenLABEL write and
/// read it. A polygon in a hole is an outline again.
/// </summary>
sealed class PolygonHierarchy
{
    const int Parent = 3;

    readonly int[] parents;

    PolygonHierarchy(int[] parents) => this.parents = parents;

    /// <summary>Null where no polygon says anything.</summary>
    public static PolygonHierarchy? Of(JsonNode polygons, ProblemLog problems)
    {
        var parents = new List<int>(polygons.Count);
        var isNested = false;
        foreach (var polygon in polygons.Children)
        {
            var parent = polygon["hierarchy"u8][Parent];
            parents.Add(parent.Index);
            isNested |= parent.Index >= 0;
            if (parent.Exists && (parent.Index >= polygons.Count || parent.Index < 0 && parent.Number != -1))
            {
                parents[^1] = -1;
                problems.Report(
                    JsonProblems.BrokenLink,
                    parent.Span,
                    $"The fourth number of a hierarchy is the polygon around this one: an index below {polygons.Count}, or -1."
                );
            }
        }

        return isNested ? new([.. parents]) : null;
    }

    /// <summary>Whether a polygon is a hole in another one.</summary>
    public bool IsHole(int polygon) => (Depth(polygon) & 1) != 0;

    /// <summary>The polygon that a hole is in; −1 for what is no hole.</summary>
    public int OutlineOf(int polygon) => IsHole(polygon) ? parents[polygon] : -1;

    // Parents that lead in a circle lead nowhere: nothing of it is a hole.
    int Depth(int polygon)
    {
        var depth = 0;
        for (var at = parents[polygon]; at >= 0; at = parents[at])
            if (++depth > parents.Length)
                return 0;
        return depth;
    }
}
