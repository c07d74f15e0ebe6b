using System.Collections.Immutable;

namespace LabelSpec.Quality.Suspects;

/// <summary>
/// What a ground truth and a model say, image by image, before anything is weighed by what holds for all images. Evidence of
/// parts of the images, joined by <see cref="Merge"/>, gives exactly the suspects of the whole; only findings about the
/// inputs speak of each part.
/// </summary>
public sealed class SuspectEvidence
{
    internal SuspectEvidence(SuspectSettings settings, ImmutableArray<SuspectPart> parts) =>
        (Settings, Parts) = (settings, parts);

    public SuspectSettings Settings { get; }

    internal ImmutableArray<SuspectPart> Parts { get; }

    /// <summary>Joins what was said of other images.</summary>
    /// <exception cref="ArgumentException">
    /// The ground truths declare other classes, the settings differ, or an image is in both.
    /// </exception>
    public SuspectEvidence Merge(SuspectEvidence other)
    {
        if (!Parts[0].Classes.SequenceEqual(other.Parts[0].Classes))
            throw new ArgumentException("Evidence with other classes cannot be joined.", nameof(other));
        if (Settings with { Threads = other.Settings.Threads } != other.Settings)
            throw new ArgumentException("Evidence by other settings cannot be joined.", nameof(other));
        if (NamesOf(this).Intersect(NamesOf(other), StringComparer.Ordinal).FirstOrDefault() is { } twice)
            throw new ArgumentException($"Image {twice} is in two parts.", nameof(other));
        return new(Settings, [.. Parts, .. other.Parts]);
    }

    static IEnumerable<string> NamesOf(SuspectEvidence evidence) =>
        evidence.Parts.SelectMany(part => part.Images).Select(image => image.Name);
}
