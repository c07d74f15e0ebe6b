using LabelSpec.Quality.Consensus;

namespace LabelSpec.Reports.Scores;

/// <summary>Methods and kinds of review items as the command line and reports spell them.</summary>
public static class ConsensusWords
{
    public static string Of(ConsensusMethod method) =>
        method switch
        {
            ConsensusMethod.Cvat => "cvat",
            ConsensusMethod.Weighted => "weighted",
            ConsensusMethod.DawidSkene => "dawid-skene",
            ConsensusMethod.Mace => "mace",
            _ => "majority",
        };

    internal static string Of(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.Outvoted => "outvoted",
            ReviewKind.Attribute => "attribute",
            _ => "no_majority",
        };
}
