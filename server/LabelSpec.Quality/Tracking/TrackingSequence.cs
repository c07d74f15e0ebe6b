namespace LabelSpec.Quality.Tracking;

/// <summary>The frames of a video in their order. Frames in which nothing stands may be left out.</summary>
public sealed class TrackingSequence(string name)
{
    readonly List<TrackingFrame> frames = [];
    readonly Dictionary<long, int> truthIds = [];
    readonly Dictionary<long, int> trackIds = [];

    /// <summary>Tells sequences apart that are merged; results are summed in the order of names.</summary>
    public string Name => name;

    public IReadOnlyList<TrackingFrame> Frames => frames;

    public int TruthIds => truthIds.Count;

    public int TrackIds => trackIds.Count;

    /// <summary>
    /// Adds the next frame. Similarities that are NaN count as 0. False, with nothing added, where an id occurs twice on
    /// one side: such a frame has no meaning.
    /// </summary>
    /// <exception cref="ArgumentException">There is not one similarity for each truth and track.</exception>
    public bool TryAddFrame(ReadOnlySpan<long> truths, ReadOnlySpan<long> tracks, ReadOnlySpan<double> similarity)
    {
        if (similarity.Length != truths.Length * tracks.Length)
            throw new ArgumentException("Each truth and track needs a similarity.", nameof(similarity));
        if (HasDuplicates(truths) || HasDuplicates(tracks))
            return false;
        var values = new double[similarity.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = double.IsNaN(similarity[i]) ? 0 : similarity[i];
        frames.Add(new(Dense(truths, truthIds), Dense(tracks, trackIds), values));
        return true;
    }

    static bool HasDuplicates(ReadOnlySpan<long> ids)
    {
        HashSet<long> seen = [];
        foreach (var id in ids)
            if (!seen.Add(id))
                return true;
        return false;
    }

    static int[] Dense(ReadOnlySpan<long> ids, Dictionary<long, int> known)
    {
        var dense = new int[ids.Length];
        for (var i = 0; i < dense.Length; i++)
        {
            if (!known.TryGetValue(ids[i], out dense[i]))
                known.Add(ids[i], dense[i] = known.Count);
        }

        return dense;
    }
}
