using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Edges to keypoints that do not exist (COCO counts them from 1).</summary>
sealed class SkeletonDeclaration(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5006", "skeleton_declaration", "Skeleton does not fit its keypoints", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        var count = declaration.Keypoints.Length;
        for (var edge = 0; count > 0 && edge < declaration.Skeleton.Length; edge++)
            if (!IsEdge(declaration.Skeleton[edge], count))
            {
                report.Violated(OfCategory(index) with { Detail = edge });
                return;
            }
    }

    public override Explanation Explain(in Violation violation)
    {
        var declaration = Data.Categories.Declarations[violation.Subject];
        var count = declaration.Keypoints.Length;
        var (from, to) = declaration.Skeleton[violation.Detail];
        return new(
            $"The skeleton of \"{declaration.Name}\" has an edge {from + 1} - {to + 1}, but there are {count} keypoints, "
                + "counted from 1."
        )
        {
            Field = Field.SkeletonEdge(violation.Detail),
            Values = [new DecidingValue("keypoints", count)],
        };
    }

    static bool IsEdge((int From, int To) edge, int count) => IsPoint(edge.From, count) && IsPoint(edge.To, count);

    static bool IsPoint(int index, int count) => index >= 0 && index < count;
}
