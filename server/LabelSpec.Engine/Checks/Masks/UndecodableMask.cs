using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>Run lengths that are no mask.</summary>
sealed class UndecodableMask(CheckContext context) : ShapeCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3402", "undecodable_mask", "Mask cannot be decoded", Severity.Error);

    public override AnnotationFlags Needs => AnnotationFlags.HasMask;

    public override void Judge(ShapeView shape, CheckReport report)
    {
        report.Judged();
        if (shape.Mask.Problem.Kind != RleProblemKind.None)
            report.Violated(Violation.OfAnnotation(shape.Row));
    }

    public override Explanation Explain(in Violation violation)
    {
        var problem = Data.ReadMask(violation.Subject).Problem;
        var reason = problem.Kind switch
        {
            RleProblemKind.BadDimensions => "its size is not two whole numbers above zero",
            RleProblemKind.BadCharacter =>
                $"character {problem.Position + 1} of its counts is none that run lengths use",
            RleProblemKind.Truncated => "its counts end in the middle of a number",
            RleProblemKind.RunOutOfRange => $"run {problem.Position + 1} is below zero or too long",
            RleProblemKind.TooFewPixels => "its runs cover fewer pixels than its size says",
            RleProblemKind.TooManyPixels => "its runs cover more pixels than its size says",
            _ => "it has too many runs",
        };
        return new($"The mask of {NameOf(violation.Subject)} cannot be decoded: {reason}.")
        {
            Field = problem.Kind switch
            {
                RleProblemKind.BadDimensions => Field.MaskSize,
                RleProblemKind.RunOutOfRange => Field.MaskRuns(problem.Position),
                _ => Field.MaskRuns(),
            },
        };
    }
}
