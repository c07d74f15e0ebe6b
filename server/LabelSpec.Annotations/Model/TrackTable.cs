namespace LabelSpec.Annotations.Model;

public sealed class TrackTable
{
    readonly Track[] tracks;
    readonly int[] first;
    readonly int[] byTrack;

    internal TrackTable(Track[] tracks, Column<int> trackOfAnnotation)
    {
        this.tracks = tracks;
        (first, byTrack) = RowIndex.Group(trackOfAnnotation.Values, tracks.Length);
    }

    public int Count => tracks.Length;

    public ref readonly Track this[int track] => ref tracks[track];

    /// <summary>The annotations of a track, in file order.</summary>
    public ReadOnlySpan<int> AnnotationsOf(int track) => byTrack.AsSpan(first[track], first[track + 1] - first[track]);
}
