using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>How the shapes of several annotators are compared: with the strategies of a profile of <c>compare</c>.</summary>
sealed class ShapePlan
{
    /// <param name="annotators">Whose shapes.</param>
    /// <param name="classes">What they call them.</param>
    /// <param name="profile">The strategies.</param>
    /// <param name="parameters">The numbers of a comparison.</param>
    /// <param name="criteria">The <c>match</c> criteria that hold.</param>
    /// <param name="alsoAt">Other thresholds that will be asked for.</param>
    public ShapePlan(
        IReadOnlyList<AnnotatorWork> annotators,
        ClassList classes,
        ProfileStrategies profile,
        ComparisonParameters parameters,
        ImmutableArray<MatchRule> criteria,
        params IEnumerable<double> alsoAt
    )
    {
        (Annotators, Classes, Profile, Parameters) = (annotators, classes, profile, parameters);
        Images = new(annotators);
        Rules = new(
            parameters,
            profile.Similarities(parameters, SkeletonSigmas.Of(classes.Symbols)),
            classes.Symbols,
            criteria
        );
        Lowest = alsoAt.Append(Rules.LowestThreshold).Min();
    }

    public IReadOnlyList<AnnotatorWork> Annotators { get; }

    public SharedImages Images { get; }

    public ClassList Classes { get; }

    public ProfileStrategies Profile { get; }

    public ComparisonParameters Parameters { get; }

    public MatchRules Rules { get; }

    /// <summary>The lowest similarity that anybody asks for.</summary>
    public double Lowest { get; }

    public ImageShapes Read(int image, ShapeReader reader) => new ImageShapesReader(this, reader).Read(image);
}
