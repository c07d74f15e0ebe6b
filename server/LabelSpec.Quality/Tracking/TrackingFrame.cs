namespace LabelSpec.Quality.Tracking;

/// <summary>What stands in one frame of a sequence. Ids are dense: from 0 up to the sequence's number of ids.</summary>
/// <param name="Truths">Ids of the ground-truth objects.</param>
/// <param name="Tracks">Ids of the predicted tracks.</param>
/// <param name="Similarity">0 to 1, one row for each truth, one column for each track.</param>
public sealed record TrackingFrame(int[] Truths, int[] Tracks, double[] Similarity)
{
    internal double At(int truth, int track) => Similarity[truth * Tracks.Length + track];
}
