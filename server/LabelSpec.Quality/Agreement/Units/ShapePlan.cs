using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>How the shapes of several annotators are compared: with the strategies of a profile of <c>compare</c>.</summary>
/// <param name="Lowest">The lowest similarity that anybody asks for.</param>
sealed record ShapePlan(
    IReadOnlyList<AnnotatorWork> Annotators,
    SharedImages Images,
    ClassList Classes,
    ProfileStrategies Profile,
    ComparisonParameters Parameters,
    double Lowest
)
{
    /// <summary>The guideline gives σ of skeletons; its <c>match</c> criteria are about ground truth and do not count here.</summary>
    public MatchRules Rules { get; } =
        new(Parameters, Profile.Similarities(Parameters, SkeletonSigmas.Of(Classes.Symbols)), Classes.Symbols, []);

    public ImageShapes Read(int image, ShapeReader reader) => new ImageShapesReader(this, reader).Read(image);
}
