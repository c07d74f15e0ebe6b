using System.Collections.Immutable;

namespace LabelSpec.Annotations.Problems;

/// <summary>The catalogue: every kind of problem that a reader of any format reports.</summary>
public static class ProblemKinds
{
    /// <summary>Everything, in order of code.</summary>
    public static ImmutableArray<ProblemKind> All =>
        [
            .. FileProblems.All,
            .. JsonProblems.All,
            .. XmlProblems.All,
            .. YoloProblems.All,
            .. RowProblems.All,
            .. LabelPictureProblems.All,
            .. ClassFolderProblems.All,
        ];

    /// <summary>The entry of a code; null when there is none.</summary>
    public static ProblemKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
