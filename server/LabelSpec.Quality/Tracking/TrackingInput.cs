using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Tracking;

/// <summary>
/// Two data sets with tracks as sequences to compare: boxes by IoU, of one class where both sides name classes. Shapes
/// without a track, outside the frame, or marked to be ignored take no part.
/// </summary>
public sealed record TrackingInput
{
    public required ImmutableArray<TrackingSequence> Sequences { get; init; }

    /// <summary>Frames that were left out, as an id occurs twice in them.</summary>
    public required int AmbiguousFrames { get; init; }

    /// <summary>Sequences of the predictions that the ground truth has not.</summary>
    public required ImmutableArray<string> UnknownSequences { get; init; }

    public static TrackingInput Of(Dataset truth, Dataset predictions)
    {
        var right = FramesOf(truth);
        var said = FramesOf(predictions);
        // A video has no name of its own in many formats: with one on each side there is no doubt which is meant.
        if (right.Count == 1 && said.Count == 1)
            said = new(StringComparer.Ordinal) { [right.Keys.First()] = said.Values.First() };
        var ambiguous = 0;
        List<TrackingSequence> sequences = [];
        foreach (var (name, frames) in right)
        {
            var sequence = new TrackingSequence(name);
            SortedDictionary<int, List<int>> others = said.GetValueOrDefault(name) ?? [];
            foreach (var frame in frames.Keys.Union(others.Keys).Order())
            {
                var rows = frames.GetValueOrDefault(frame) ?? [];
                var tracks = others.GetValueOrDefault(frame) ?? [];
                if (
                    !sequence.TryAddFrame(
                        [.. rows.Select(row => (long)truth.Annotations.Tracks[row])],
                        [.. tracks.Select(row => (long)predictions.Annotations.Tracks[row])],
                        Similarities(truth, rows, predictions, tracks)
                    )
                )
                    ambiguous++;
            }

            sequences.Add(sequence);
        }

        return new()
        {
            Sequences = [.. sequences],
            AmbiguousFrames = ambiguous,
            UnknownSequences = [.. said.Keys.Where(name => !right.ContainsKey(name))],
        };
    }

    static SortedDictionary<string, SortedDictionary<int, List<int>>> FramesOf(Dataset dataset)
    {
        var sequences = new SortedDictionary<string, SortedDictionary<int, List<int>>>(StringComparer.Ordinal);
        var rows = dataset.Annotations;
        for (var row = 0; row < rows.Count; row++)
        {
            var image = rows.Images[row];
            if (rows.Tracks[row] < 0 || (rows.Flags[row] & (AnnotationFlags.Outside | AnnotationFlags.Ignore)) != 0)
                continue;
            var name = image < 0 ? "" : dataset.Images.SequenceOf(image) ?? "";
            var frame =
                rows.Frames[row] >= 0 ? rows.Frames[row]
                : image >= 0 && dataset.Images.Frames[image] >= 0 ? dataset.Images.Frames[image]
                : image;
            if (!sequences.TryGetValue(name, out var frames))
                sequences.Add(name, frames = []);
            if (!frames.TryGetValue(frame, out var of))
                frames.Add(frame, of = []);
            of.Add(row);
        }

        return sequences;
    }

    static double[] Similarities(Dataset truth, List<int> rows, Dataset predictions, List<int> tracks)
    {
        var similarities = new double[rows.Count * tracks.Count];
        for (var i = 0; i < rows.Count; i++)
        for (var j = 0; j < tracks.Count; j++)
            if (AreOfOneClass(truth, rows[i], predictions, tracks[j]))
                similarities[i * tracks.Count + j] = truth
                    .Annotations.Boxes[rows[i]]
                    .IoU(predictions.Annotations.Boxes[tracks[j]]);
        return similarities;
    }

    static bool AreOfOneClass(Dataset truth, int row, Dataset predictions, int track)
    {
        int first = truth.Annotations.Categories[row],
            second = predictions.Annotations.Categories[track];
        return first < 0 || second < 0 || truth.Categories.NameOf(first) == predictions.Categories.NameOf(second);
    }
}
