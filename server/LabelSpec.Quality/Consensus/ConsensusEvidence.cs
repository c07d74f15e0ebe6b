using System.Collections.Immutable;

namespace LabelSpec.Quality.Consensus;

/// <summary>
/// What annotators drew, before anything is decided by votes of all images. Evidence of parts of the images, joined by
/// <see cref="Merge"/>, gives exactly the consensus of the whole, whatever the parts are and in whatever order they are
/// joined; only findings about the inputs speak of each part.
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

    /// <summary>Joins what the same annotators did in other images.</summary>
    /// <exception cref="ArgumentException">
    /// The annotators are others, the settings differ, or an image is in both.
    /// </exception>
    public ConsensusEvidence Merge(ConsensusEvidence other)
    {
        if (!Annotators.SequenceEqual(other.Annotators))
            throw new ArgumentException("Evidence of other annotators cannot be joined.", nameof(other));
        if (Settings with { Threads = other.Settings.Threads } != other.Settings)
            throw new ArgumentException("Evidence by other settings cannot be joined.", nameof(other));
        if (NamesOf(this).Intersect(NamesOf(other), StringComparer.Ordinal).FirstOrDefault() is { } twice)
            throw new ArgumentException($"Image {twice} is in two parts.", nameof(other));
        return new(Settings, [.. parts, .. other.parts]);
    }

    static IEnumerable<string> NamesOf(ConsensusEvidence evidence) =>
        evidence.parts.SelectMany(part => Enumerable.Range(0, part.Plan.Images.Count).Select(part.Plan.Images.NameOf));
}
