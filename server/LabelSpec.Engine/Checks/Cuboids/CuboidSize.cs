using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Cuboids;

/// <summary>A three-dimensional box without length, width or height.</summary>
sealed class CuboidSize(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3901", "cuboid_size", "Cuboid has no positive size", Severity.Error) { HasFix = true };

    public override void Judge(int first, int end, CheckReport report)
    {
        var shapes = Rows.Shapes;
        for (var row = first; row < end; row++)
        {
            // Cuboids that are drawn in the picture have corners instead of sizes.
            if (shapes[row] != ShapeKind.Cuboid || Data.ReadCuboid(row) is not { } cuboid || IsNone(cuboid))
                continue;
            report.Judged();
            if (!(cuboid.Length > 0 && cuboid.Width > 0 && cuboid.Height > 0))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    // What KITTI writes for objects without a box in space, and what others make of its files.
    static bool IsNone(in OrientedCuboid cuboid) =>
        cuboid.Length is -1 or -1000 && cuboid.Width == cuboid.Length && cuboid.Height == cuboid.Length;

    public override Explanation Explain(in Violation violation)
    {
        var cuboid = Data.ReadCuboid(violation.Subject)!.Value;
        return new(
            $"The cuboid of {NameOf(violation.Subject)} is {Wording.Number(cuboid.Length)} m long, "
                + $"{Wording.Number(cuboid.Width)} m wide and {Wording.Number(cuboid.Height)} m high; it holds nothing."
        )
        {
            Field = Field.Box,
            Values =
            [
                new DecidingValue("length", cuboid.Length),
                new DecidingValue("width", cuboid.Width),
                new DecidingValue("height", cuboid.Height),
            ],
            Repairs =
            [
                new("Remove the annotation", new ElementChange.Remove(Element.Annotation(violation.Subject)))
                {
                    IsSafe = false,
                },
            ],
        };
    }
}
