using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Edges to keypoints that do not exist (COCO counts them from 1), and mirror lists that do not mirror.</summary>
sealed class SkeletonDeclaration(CheckContext context) : CategoryCheck(Info, context)
{
    const int Edge = 0;
    const int Mirror = 1;

    public static new CheckInfo Info { get; } =
        new("LS5006", "skeleton_declaration", "Skeleton does not fit its keypoints", Severity.Error);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        var count = declaration.Keypoints.Length;
        if (count > 0 && declaration.Skeleton.Any(edge => !IsPoint(edge.From, count) || !IsPoint(edge.To, count)))
            report.Violated(OfCategory(index) with { Detail = Edge });
        else if (!IsInvolution(declaration.FlippedKeypoints))
            report.Violated(OfCategory(index) with { Detail = Mirror });
    }

    public override Explanation Explain(in Violation violation)
    {
        var declaration = Data.Categories.Declarations[violation.Subject];
        if (violation.Detail == Mirror)
            return new(
                "The list of mirrored keypoints is no mirror: each index must occur once, and mirroring twice must give "
                    + "the point itself."
            );
        var count = declaration.Keypoints.Length;
        var (from, to) = declaration.Skeleton.First(edge => !IsPoint(edge.From, count) || !IsPoint(edge.To, count));
        return new(
            $"The skeleton of \"{declaration.Name}\" has an edge {from + 1} - {to + 1}, but there are {count} keypoints, "
                + "counted from 1."
        )
        {
            Values = [new DecidingValue("keypoints", count)],
        };
    }

    static bool IsPoint(int index, int count) => index >= 0 && index < count;

    static bool IsInvolution(IReadOnlyList<int> mirror)
    {
        for (var i = 0; i < mirror.Count; i++)
            if (!IsPoint(mirror[i], mirror.Count) || mirror[mirror[i]] != i)
                return false;
        return true;
    }
}
