using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Evaluation;

/// <summary>
/// What predictions hit and missed, image by image. Every number and finding of a report is computed from it, so that evidence of
/// parts of the images, joined by <see cref="Merge"/>, gives exactly the report of one run over all of their files.
/// </summary>
public sealed class EvaluationEvidence
{
    internal EvaluationEvidence(EvaluationSettings settings, ImmutableArray<EvaluationPart> parts) =>
        (Settings, Parts) = (settings, parts);

    public EvaluationSettings Settings { get; }

    internal ImmutableArray<EvaluationPart> Parts { get; }

    /// <summary>Joins evidence of other images, collected with the same settings.</summary>
    /// <exception cref="ArgumentException">
    /// An image of a file is in both, only one has another model, or they were collected with other settings.
    /// </exception>
    public EvaluationEvidence Merge(EvaluationEvidence other)
    {
        if (Parts[0].Others is null != other.Parts[0].Others is null)
            throw new ArgumentException("Only one part was compared with another model.", nameof(other));
        if (!Settings.MeasureAs(other.Settings))
            throw new ArgumentException("Evidence by other settings cannot be joined.", nameof(other));
        PartImages.RequireApart(TruthsOf(Parts), TruthsOf(other.Parts));
        return new(Settings, [.. Parts, .. other.Parts]);
    }

    /// <summary>All parts as one.</summary>
    internal EvaluationPart Whole(CancellationToken cancellation)
    {
        if (Parts is [var only])
            return only;
        var truth = EvaluationPart.Join(TruthsOf(Parts));
        var predictions = EvaluationPart.Join(Parts.Select(part => part.Predictions));
        var others = Parts[0].Others is null ? null : EvaluationPart.Join(Parts.Select(part => part.Others!));
        return EvaluationPart.Sum(Parts, truth, predictions, others, Settings)
            ?? Evaluator.Collect(truth, predictions, Settings, others, cancellation).Parts[0];
    }

    static IEnumerable<Dataset> TruthsOf(IEnumerable<EvaluationPart> parts) => parts.Select(part => part.Truth);
}
