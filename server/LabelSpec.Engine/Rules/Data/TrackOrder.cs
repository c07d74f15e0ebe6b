using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Data;

/// <summary>
/// The annotations of each track in the order of frames. Shapes that say that the object is out of sight (CVAT's
/// <c>outside</c>) interrupt a track: they are no annotations, but what they cover is no gap either.
/// </summary>
sealed class TrackOrder(Dataset dataset)
{
    readonly int[]?[] rows = new int[dataset.Tracks.Count][];

    public int Count => rows.Length;

    /// <summary>All rows, out of sight or not, in the order of frames, then of the file.</summary>
    public ReadOnlySpan<int> RowsOf(int track) => rows[track] ??= Sorted(track);

    /// <summary>The frame of an annotation: as the track counts, else as its video counts, else the position of its image.</summary>
    public int FrameOf(int row)
    {
        var frame = dataset.Annotations.Frames[row];
        if (frame >= 0)
            return frame;
        var image = dataset.Annotations.Images[row];
        if (image < 0)
            return -1;
        var inVideo = dataset.Images.Frames[image];
        return inVideo >= 0 ? inVideo : image;
    }

    public bool IsOutside(int row) => (dataset.Annotations.Flags[row] & AnnotationFlags.Outside) != 0;

    int[] Sorted(int track)
    {
        var sorted = dataset.Tracks.AnnotationsOf(track).ToArray();
        var frames = Array.ConvertAll(sorted, FrameOf);
        if (!IsAscending(frames))
            Array.Sort(frames, sorted, Comparer<int>.Default);
        return StableWithinFrames(sorted, frames);
    }

    static bool IsAscending(int[] frames)
    {
        for (var i = 1; i < frames.Length; i++)
            if (frames[i] < frames[i - 1])
                return false;
        return true;
    }

    // Array.Sort may change the order of rows of one frame.
    static int[] StableWithinFrames(int[] sorted, int[] frames)
    {
        for (var from = 0; from < sorted.Length; )
        {
            var to = from + 1;
            while (to < sorted.Length && frames[to] == frames[from])
                to++;
            Array.Sort(sorted, from, to - from);
            from = to;
        }
        return sorted;
    }
}
