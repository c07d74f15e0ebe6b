using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Shapes;

/// <summary>Shapes as lines: rings are closed, points stand alone, masks are the outlines of their columns.</summary>
static class ShapeOutline
{
    public static List<double[]> Of(Shape shape)
    {
        var parts = new List<double[]>();
        if (shape.Mask is { } mask)
            AddPixels(mask, parts);
        else if (shape.IsPoints)
            AddPoints(shape, parts);
        else
            for (var part = 0; part < shape.Parts; part++)
                Add(shape.PartAt(part), shape.Kind != ShapeKind.Polyline, parts);
        return parts;
    }

    static void AddPoints(Shape shape, List<double[]> parts)
    {
        for (var i = 0; i + 1 < shape.Coordinates.Length; i += 2)
            parts.Add([shape.Coordinates[i], shape.Coordinates[i + 1]]);
    }

    static void Add(ReadOnlySpan<double> part, bool closed, List<double[]> parts)
    {
        if (part.Length < 2)
            return;
        parts.Add(closed && !Ring.IsClosed(part) ? [.. part, part[0], part[1]] : part.ToArray());
    }

    static void AddPixels(RleMask mask, List<double[]> parts)
    {
        long at = 0;
        for (var run = 0; run < mask.Runs.Length; run++)
        {
            var end = at + mask.Runs[run];
            while (run % 2 == 1 && at < end)
            {
                var column = (double)(at / mask.Height);
                var top = at - (long)column * mask.Height;
                var bottom = Math.Min(mask.Height, top + end - at);
                parts.Add([column, top, column + 1, top, column + 1, bottom, column, bottom, column, top]);
                at += bottom - top;
            }
            at = end;
        }
    }
}
