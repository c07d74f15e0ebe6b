using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Cuboids;

/// <summary>A three-dimensional box whose quaternion has another length than 1, and so is no turn.</summary>
sealed class CuboidTurn(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3902", "cuboid_turn", "Quaternion of a cuboid is not of length 1", Severity.Warning)
        {
            Parameters = [new("tolerance", 0.01, "", "How far from 1 the length of the quaternion may be")],
        };

    readonly double tolerance = context.Settings.ParameterOf(Info, "tolerance");

    public override void Judge(int first, int end, CheckReport report)
    {
        var shapes = Rows.Shapes;
        for (var row = first; row < end; row++)
        {
            if (shapes[row] != ShapeKind.Cuboid || Data.ReadCuboid(row) is not { } cuboid)
                continue;
            report.Judged();
            // Not a number is as far from 1 as can be.
            if (!(Math.Abs(LengthOf(cuboid.Rotation) - 1) <= tolerance))
                report.Violated(Violation.OfAnnotation(row));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var turn = Data.ReadCuboid(violation.Subject)!.Value.Rotation;
        var length = LengthOf(turn);
        return new(
            $"The quaternion of {NameOf(violation.Subject)}, {Wording.Number(turn.W)} + {Wording.Number(turn.X)}i + "
                + $"{Wording.Number(turn.Y)}j + {Wording.Number(turn.Z)}k, has the length {Wording.Number(length)}, and a turn has 1."
        )
        {
            Field = Field.Box,
            Values = [new DecidingValue("length", length), new DecidingValue("tolerance", tolerance)],
        };
    }

    static double LengthOf(CuboidRotation q) => Math.Sqrt(q.W * q.W + q.X * q.X + q.Y * q.Y + q.Z * q.Z);
}
