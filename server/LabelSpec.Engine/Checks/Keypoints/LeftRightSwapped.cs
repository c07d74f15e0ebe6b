using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Keypoints;

/// <summary>
/// Shoulders that face one way and hips that face the other. Seen from the front, the left of a pair lies to the right, from
/// behind to the left, but a trunk does not do both. Arms, legs and heads may turn, and are not judged.
/// </summary>
sealed class LeftRightSwapped(CheckContext context) : KeypointCheck(Info, context)
{
    static readonly string[] Trunk = ["shoulder", "hip"];

    public static new CheckInfo Info { get; } =
        new("LS3506", "left_right_swapped", "Left and right seem to be swapped", Severity.Info)
        {
            Parameters =
            [
                new(
                    "separation",
                    0.15,
                    "%",
                    "Pairs nearer to each other than this share of the box's width are not judged"
                ),
            ],
        };

    readonly double separation = context.Settings.ParameterOf(Info, "separation");

    protected override void JudgeKeypoints(ShapeView shape, CheckReport report)
    {
        var names = Facts.DeclarationOf(shape.Row)?.Keypoints ?? [];
        double first = 0;
        foreach (var part in Trunk)
        {
            var offset = Offset(names, part, shape.Keypoints.Points);
            if (double.IsNaN(offset) || Math.Abs(offset) < separation * shape.Box.Width)
                return;
            if (first * offset < 0)
            {
                report.Judged();
                report.Violated(Violation.OfAnnotation(shape.Row) with { Value = first, Limit = offset });
                return;
            }

            first = offset;
        }

        if (first != 0)
            report.Judged();
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The shoulders of {NameOf(violation.Subject)} face {Facing(violation.Value)}, but the hips face "
                + $"{Facing(violation.Limit)}: one pair has left and right swapped."
        )
        {
            Field = new Field(FieldKind.Keypoints),
            Values =
            [
                new DecidingValue("shoulder_offset", violation.Value),
                new DecidingValue("hip_offset", violation.Limit),
            ],
        };

    static string Facing(double offset) => offset > 0 ? "the camera" : "away from the camera";

    /// <summary>How far the left one lies to the right of the right one, in pixels; NaN where either is not labelled.</summary>
    static double Offset(ImmutableArray<string> names, string part, ReadOnlySpan<Keypoint> points)
    {
        int left = names.IndexOf($"left_{part}"),
            right = names.IndexOf($"right_{part}");
        if (left < 0 || right < 0 || left >= points.Length || right >= points.Length)
            return double.NaN;
        return points[left].IsLabelled && points[right].IsLabelled ? points[left].X - points[right].X : double.NaN;
    }
}
