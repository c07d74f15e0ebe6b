using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// Judges how the parts of one polygon lie to each other, by a share of an area. The faces of a cuboid that is drawn in the picture
/// are no parts: they lie over each other by nature.
/// </summary>
abstract class PartsCheck(CheckInfo info, CheckContext context) : ShapeCheck(info, context)
{
    /// <summary>The largest share that is right.</summary>
    protected double Limit { get; } = context.Settings.ParameterOf(info, "share");

    public sealed override AnnotationFlags Needs => AnnotationFlags.HasPolygon;

    public sealed override void Judge(ShapeView shape, CheckReport report)
    {
        if (Rows.Shapes[shape.Row] == ShapeKind.Polygon && shape.Polygon.PartCount > 1)
            JudgeParts(shape.Row, shape.Polygon, report);
    }

    public sealed override Explanation Explain(in Violation violation) =>
        new(Message(violation))
        {
            Field = Field.Part(violation.Detail),
            Values = [new DecidingValue(ValueName, violation.Value), new DecidingValue("limit", Limit)],
        };

    /// <summary>The share's name among the deciding values.</summary>
    protected abstract string ValueName { get; }

    /// <summary>Reports a part as the violation's detail, and the share as its value.</summary>
    protected abstract void JudgeParts(int row, PolygonBuffer polygon, CheckReport report);

    protected abstract string Message(in Violation violation);
}
