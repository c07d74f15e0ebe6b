using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// What predictions hit and missed, image by image. Every number of a report is computed from it, so that evidence of parts
/// of the images, joined by <see cref="Merge"/>, gives exactly the report of the whole; only findings about the inputs speak
/// of each part.
/// </summary>
public sealed class EvaluationEvidence
{
    internal EvaluationEvidence(EvaluationSettings settings, CocoMatches matches) =>
        (Settings, Matches) = (settings, matches);

    public EvaluationSettings Settings { get; }

    internal CocoMatches Matches { get; }

    /// <summary>Of the other model; null without one.</summary>
    internal CocoMatches? Other { get; init; }

    internal ImmutableArray<SliceMatches> Slices { get; init; } = [];

    /// <summary>Of a slice without objects: asked for only where a part has none of a slice that another has.</summary>
    internal Lazy<CocoMatches> OfNothing { get; init; } = new(() => new());

    /// <summary>Of what LVIS evaluates, with the frequency of each category; null where it was not asked for or is not there.</summary>
    internal (CocoMatches Matches, IReadOnlyList<LvisFrequency> Frequencies)? Lvis { get; init; }

    internal TideReport? Tide { get; init; }

    /// <summary>Objects of the ground truth, ignored ones included.</summary>
    internal int Truths { get; init; }

    /// <summary>Objects that are not ignored: key of the image and category of each.</summary>
    internal ImmutableArray<(long Image, int Category)> Objects { get; init; } = [];

    /// <summary>For each category the predictions that took part.</summary>
    internal ImmutableArray<int> Predictions { get; init; } = [];

    /// <summary>To be judged by rules; null without a guideline.</summary>
    internal PredictedImages? Drawn { get; init; }

    internal ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Joins evidence of other images, collected with the same settings.</summary>
    /// <exception cref="ArgumentException">
    /// The categories or parameters differ, an image is in both, or only one has another model or a guideline.
    /// </exception>
    public EvaluationEvidence Merge(EvaluationEvidence other)
    {
        if (Other is null != other.Other is null)
            throw new ArgumentException("Only one part was compared with another model.", nameof(other));
        if (Drawn is null != other.Drawn is null)
            throw new ArgumentException("Only one part is judged by the rules of a guideline.", nameof(other));
        return new(Settings, CocoMatches.Merge(Matches, other.Matches))
        {
            Other = Other is null ? null : CocoMatches.Merge(Other, other.Other!),
            Slices = [.. SlicesWith(other)],
            OfNothing = new(() => CocoMatches.Merge(OfNothing.Value, other.OfNothing.Value)),
            Lvis =
                Lvis is { } own && other.Lvis is { } others
                    ? (CocoMatches.Merge(own.Matches, others.Matches), own.Frequencies)
                    : Lvis ?? other.Lvis,
            Tide = Tide is null || other.Tide is null ? Tide ?? other.Tide : TideReport.Merge(Tide, other.Tide),
            Truths = Truths + other.Truths,
            Objects = [.. Objects, .. other.Objects],
            Predictions = [.. Predictions.Zip(other.Predictions, (a, b) => a + b)],
            Drawn = Drawn?.With(other.Drawn!),
            Findings = [.. Findings, .. other.Findings],
        };
    }

    // Slices of one attribute are in the order of its values. In a part without objects of a slice everything is a false
    // alarm for it.
    IEnumerable<SliceMatches> SlicesWith(EvaluationEvidence other) =>
        Slices
            .Concat(other.Slices)
            .GroupBy(slice => slice.Of)
            .SelectMany(of =>
                of.Select(slice => slice.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            )
            .Select(name =>
            {
                var own = Slices.FirstOrDefault(slice => slice.Name == name);
                var others = other.Slices.FirstOrDefault(slice => slice.Name == name);
                return new SliceMatches(
                    name,
                    (own ?? others)!.Of,
                    (own?.Truths ?? 0) + (others?.Truths ?? 0),
                    CocoMatches.Merge(own?.Matches ?? OfNothing.Value, others?.Matches ?? other.OfNothing.Value)
                );
            });
}
