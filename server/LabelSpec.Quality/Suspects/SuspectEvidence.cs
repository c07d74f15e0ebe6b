using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Suspects;

/// <summary>
/// What a ground truth and a model say, image by image, before anything is weighed by what holds for all images. Evidence of
/// parts of the images, joined by <see cref="Merge"/>, gives exactly the suspects of one run over all of their files; rules and
/// checks are asked when all parts are there.
/// </summary>
public sealed class SuspectEvidence
{
    internal SuspectEvidence(SuspectSettings settings, ImmutableArray<SuspectPart> parts) =>
        (Settings, Parts) = (settings, parts);

    public SuspectSettings Settings { get; }

    internal ImmutableArray<SuspectPart> Parts { get; }

    /// <summary>Joins what was said of other images.</summary>
    /// <exception cref="ArgumentException">
    /// The settings differ, an image of a file is in both, or a file was cut whose annotations checks are asked about.
    /// </exception>
    public SuspectEvidence Merge(SuspectEvidence other)
    {
        if (Settings with { Threads = other.Settings.Threads } != other.Settings)
            throw new ArgumentException("Evidence by other settings cannot be joined.", nameof(other));
        PartImages.RequireApart(TruthsOf(this), TruthsOf(other));
        if (
            Settings.AsksRules
            && TruthsOf(this).SelectMany(FilesOf).Intersect(TruthsOf(other).SelectMany(FilesOf)).FirstOrDefault()
                is { } cut
        )
            throw new ArgumentException(
                $"{cut} was cut into parts, and checks judge by file. Put all of it into one part, or ask no rules.",
                nameof(other)
            );
        return new(Settings, [.. Parts, .. other.Parts]);
    }

    /// <summary>All parts as one, files in the order of their paths: of two duplicates, checks name the later one.</summary>
    internal SuspectPart Whole(CancellationToken cancellation)
    {
        var truth = JoinedDataset.Of([.. TruthsOf(this)]).Dataset;
        var predictions = JoinedDataset.Of([.. Parts.Select(part => part.Data.Predictions)]).Dataset;
        if (Parts is [var only] && truth == only.Data.Truth && predictions == only.Data.Predictions)
            return only;
        var built = SuspectSearch.Build(truth, predictions);
        return InputParts.AddUpTo(built, [.. Parts.Select(part => part.Built)])
            ? new(new(truth, predictions), built, Parts.Select(part => part.Recalls).Aggregate(Sum))
            : SuspectSearch.Collect(truth, predictions, Settings, cancellation).Parts[0];
    }

    static ImmutableArray<(int, int)> Sum(ImmutableArray<(int, int)> a, ImmutableArray<(int, int)> b) =>
        [.. a.Zip(b, (own, others) => (own.Item1 + others.Item1, own.Item2 + others.Item2))];

    static IEnumerable<string> FilesOf(Dataset dataset) => dataset.Files.Select(file => file.Path);

    static IEnumerable<Dataset> TruthsOf(SuspectEvidence evidence) => evidence.Parts.Select(part => part.Data.Truth);
}
