using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Reports one defect of polygons, once for each annotation, at the first vertex or ring that has it.</summary>
abstract class PolygonCheck(CheckInfo info, CheckContext context) : ShapeCheck(info, context)
{
    public sealed override AnnotationFlags Needs => AnnotationFlags.HasPolygon;

    public sealed override void Judge(ShapeView shape, CheckReport report)
    {
        // Polylines and point sets are kept in the same place.
        if (Rows.Shapes[shape.Row] is ShapeKind.Polyline or ShapeKind.Point)
            return;
        report.Judged();
        if (!Facts.KnowsPixels(shape.Image) && DependsOnPixels(shape))
            report.Undecidable();
        else if (HasDefect(shape))
            report.Violated(Violation.OfAnnotation(shape.Row));
    }

    public sealed override Explanation Explain(in Violation violation)
    {
        var view = new ShapeView(Data);
        view.MoveTo(violation.Subject);
        for (var part = 0; part < view.Polygon.PartCount; part++)
            if (Explain(view, part, view.Polygon.PartAt(part)) is { } explanation)
                return explanation;
        return new($"{Info.Title}: {NameOf(violation.Subject)}.") { Field = Field.Segmentation };
    }

    protected abstract bool HasDefect(ShapeView shape);

    /// <summary>Whether a number of pixels decides about this polygon.</summary>
    protected virtual bool DependsOnPixels(ShapeView shape) => false;

    /// <summary>The words for a ring's first defect; null when this ring has none.</summary>
    protected abstract Explanation? Explain(ShapeView shape, int part, ReadOnlySpan<double> ring);
}
