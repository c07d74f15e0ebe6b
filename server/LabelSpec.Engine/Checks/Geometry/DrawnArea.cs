using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>What an annotation covers according to its most exact geometry.</summary>
static class DrawnArea
{
    /// <summary>Pixels of the mask, else area of the polygon, else of the box; NaN where there is none of them.</summary>
    public static double Of(ShapeView shape)
    {
        if (shape.Flags.HasFlag(AnnotationFlags.HasMask))
            return shape.Mask.Mask?.Area ?? double.NaN;
        if (shape.Flags.HasFlag(AnnotationFlags.HasPolygon))
            return shape.PolygonFacts.Area;
        return shape.Box.IsEmpty ? double.NaN : shape.Box.Area;
    }

    /// <summary>Why a stated area, the violation's value, is wrong; the drawn one, its limit, repairs it.</summary>
    public static Explanation Instead(in Violation violation, string message) =>
        new(message)
        {
            Field = Field.Area,
            Values = [new DecidingValue("area", violation.Value), new DecidingValue("drawn", violation.Limit)],
            Repairs =
            [
                new(
                    "Set the area of the shape",
                    new ElementChange.SetArea(Element.Annotation(violation.Subject), violation.Limit)
                ),
            ],
        };
}
