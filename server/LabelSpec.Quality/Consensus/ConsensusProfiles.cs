using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Consensus;

/// <summary>How the shapes of annotators are compared before they are merged.</summary>
static class ConsensusProfiles
{
    public static ProfileStrategies Of(ConsensusSettings settings) =>
        settings switch
        {
            // Crowds and ignore regions are merged like everything else, and not lost.
            { Method: not ConsensusMethod.Cvat } => ComparisonProfiles.Strict.Strategies with
            {
                Ignoring = new NothingIgnored(),
            },
            { Generation: CvatGeneration.Settings } => Merging(ComparisonProfiles.CvatClassic.Strategies),
            _ => Merging(ComparisonProfiles.Cvat274.Strategies),
        };

    public static ComparisonParameters ParametersOf(ConsensusSettings settings) =>
        ComparisonProfiles.Strict.Defaults with
        {
            IouThreshold = settings.Overlap,
            PanopticComparison = settings.Method != ConsensusMethod.Cvat,
        };

    // intersect_merge.py: masks apart from polygons, no groups, lines in either direction, attributes of no account.
    static ProfileStrategies Merging(ProfileStrategies quality) =>
        quality with
        {
            Pools = ComparisonProfiles.Cvat274.Strategies.Pools,
            Similarities = static (parameters, _) =>
                ComparisonProfiles.CvatSimilarities(
                    parameters,
                    new PolylineSimilarity(parameters.LineThickness, anyDirection: true),
                    ShapePool.Region,
                    ShapePool.Mask
                ),
            Units = new SingleUnits(),
            Veto = new NoVeto(),
            ExtendsPoints = false,
        };
}
