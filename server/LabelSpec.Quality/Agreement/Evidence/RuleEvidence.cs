using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>
/// What is to be judged by the rules of a guideline. Rules may count over the whole data, so that nothing is judged before all
/// parts are there.
/// </summary>
/// <param name="Guideline">The rules.</param>
/// <param name="Parts">For each part of the images what each annotator drew there, annotators in the same order.</param>
public sealed record RuleEvidence(Guideline Guideline, ImmutableArray<IReadOnlyList<AnnotatorWork>> Parts)
{
    /// <summary>
    /// Null without a guideline, and for annotators who share a data set: rules see it as a whole, and cannot tell them apart.
    /// </summary>
    internal static RuleEvidence? Of(Guideline? guideline, IReadOnlyList<AnnotatorWork> annotators) =>
        guideline is null || annotators.Any(annotator => annotator.Annotator is not null)
            ? null
            : new(guideline, [annotators]);

    internal RuleEvidence With(RuleEvidence other) => this with { Parts = [.. Parts, .. other.Parts] };
}
