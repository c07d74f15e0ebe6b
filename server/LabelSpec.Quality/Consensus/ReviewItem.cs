using System.Collections.Immutable;

namespace LabelSpec.Quality.Consensus;

/// <summary>Something that votes did not decide: a person has to.</summary>
/// <param name="Kind">What is open.</param>
/// <param name="Image">Index in the images.</param>
/// <param name="Attribute">The attribute, where the object itself is decided; else null.</param>
/// <param name="Candidates">The answers with the annotators who gave them, most votes first.</param>
/// <param name="Members">Everybody's annotation of the object.</param>
public sealed record ReviewItem(
    ReviewKind Kind,
    int Image,
    string? Attribute,
    ImmutableArray<ReviewCandidate> Candidates,
    ImmutableArray<(int Annotator, int Row)> Members
);
