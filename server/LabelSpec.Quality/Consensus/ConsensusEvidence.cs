using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>
/// What annotators drew, before anything is decided by votes of all images. Evidence of parts of the images, joined by
/// <see cref="Merge"/>, gives exactly the consensus of the whole, whatever the parts are and in whatever order they are
/// joined.
/// </summary>
public sealed class ConsensusEvidence
{
    readonly ImmutableArray<ConsensusPart> parts;

    internal ConsensusEvidence(ConsensusSettings settings, ConsensusPart part)
        : this(settings, [part]) { }

    ConsensusEvidence(ConsensusSettings settings, ImmutableArray<ConsensusPart> parts) =>
        (Settings, this.parts) = (settings, parts);

    public ConsensusSettings Settings { get; }

    /// <summary>Names of the annotators.</summary>
    public ImmutableArray<string> Annotators => [.. parts[0].Plan.Annotators.Select(annotator => annotator.Name)];

    internal ImmutableArray<ConsensusPart> Parts => parts;

    internal IReadOnlyList<AnnotatorPart> Works =>
        [.. parts.Select(part => new AnnotatorPart(part.Plan.Annotators, part.Plan.Images, part.Facts))];

    /// <summary>Joins what the same annotators did in other images.</summary>
    /// <exception cref="ArgumentException">
    /// The annotators are others, the settings differ, or an image of a file is in both.
    /// </exception>
    public ConsensusEvidence Merge(ConsensusEvidence other)
    {
        if (Settings with { Threads = other.Settings.Threads } != other.Settings)
            throw new ArgumentException("Evidence by other settings cannot be joined.", nameof(other));
        AnnotatorParts.RequireApart(Works, other.Works);
        return new(Settings, [.. parts, .. other.parts]);
    }
}
