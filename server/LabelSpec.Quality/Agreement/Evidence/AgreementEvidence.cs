using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>
/// What annotators did, image by image. Every number of a report is computed from it, so that evidence of parts of the
/// images, joined by <see cref="Merge"/>, gives exactly the report of the whole.
/// </summary>
public sealed record AgreementEvidence
{
    public required ImmutableArray<string> Annotators { get; init; }

    /// <summary>Units refer to them by position.</summary>
    public required ImmutableArray<string> Classes { get; init; }

    /// <summary>In ordinal order of their names.</summary>
    public required ImmutableArray<ImageEvidence> Images { get; init; }

    /// <summary>For every two annotators how often the second did otherwise than the first, by kind.</summary>
    public required ImmutableArray<ImmutableArray<(TideErrorKind Kind, int Count)>> Errors { get; init; }

    /// <summary>Null without a guideline, and where annotators share a data set.</summary>
    public RuleEvidence? Rules { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Joins what the same annotators did in other images.</summary>
    /// <exception cref="ArgumentException">The annotators are others, or only one part is judged by a guideline.</exception>
    public AgreementEvidence Merge(AgreementEvidence other)
    {
        if (!Annotators.SequenceEqual(other.Annotators))
            throw new ArgumentException("Evidence of other annotators cannot be joined.", nameof(other));
        if (Rules is null != other.Rules is null)
            throw new ArgumentException("Only one part is judged by the rules of a guideline.", nameof(other));
        ImmutableArray<string> classes = [.. Classes.Union(other.Classes, StringComparer.Ordinal)];
        int[] renumbered = [.. other.Classes.Select(name => classes.IndexOf(name))];
        return new()
        {
            Annotators = Annotators,
            Classes = classes,
            Images =
            [
                .. Images
                    .Concat(other.Images.Select(image => image.Renumbered(renumbered)))
                    .OrderBy(image => image.Name, StringComparer.Ordinal),
            ],
            Errors =
            [
                .. Errors.Zip(
                    other.Errors,
                    (own, others) => own.Zip(others, (a, b) => (a.Kind, a.Count + b.Count)).ToImmutableArray()
                ),
            ],
            Rules = Rules?.With(other.Rules!),
            Findings = [.. Findings, .. other.Findings],
        };
    }
}
