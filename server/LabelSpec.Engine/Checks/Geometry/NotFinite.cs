using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>NaN or infinity among the coordinates.</summary>
sealed class NotFinite(CheckContext context) : ShapeCheck(Info, context)
{
    const int InBox = 0;
    const int InPolygon = 1;

    public static new CheckInfo Info { get; } =
        new("LS3201", "not_finite", "Coordinate is NaN or infinite", Severity.Error);

    public override AnnotationFlags Needs => AnnotationFlags.None;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        report.Judged();
        if (shape.Flags.HasFlag(AnnotationFlags.HasStoredBox) && !shape.Box.IsFinite)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = InBox });
        else if (
            shape.Flags.HasFlag(AnnotationFlags.HasPolygon)
            && (shape.PolygonFacts.Defects & PolygonDefects.NotFinite) != 0
        )
            report.Violated(Violation.OfAnnotation(shape.Row) with { Detail = InPolygon });
    }

    public override Explanation Explain(in Violation violation) =>
        violation.Detail == InBox
            ? new($"The box of {NameOf(violation.Subject)} has a coordinate that is NaN or infinite.")
            {
                Field = Field.Box,
            }
            : new($"The polygon of {NameOf(violation.Subject)} has a coordinate that is NaN or infinite.")
            {
                Field = Field.Segmentation,
            };
}
