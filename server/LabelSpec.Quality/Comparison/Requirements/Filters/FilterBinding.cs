namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Which attribute conditions speak of: once one has found an attribute, all that is joined to it with <c>and</c> asks the same
/// one, so that name and value are those of one attribute (CVAT, <c>_match_var_condition</c>). One attribute for each of the four
/// lists that filters know, by its place from 1; 0 where none is bound yet.
/// </summary>
readonly record struct FilterBinding(int Shape, int Track, int Skeleton, int SkeletonTrack)
{
    public int this[int list] =>
        list switch
        {
            0 => Shape,
            1 => Track,
            2 => Skeleton,
            _ => SkeletonTrack,
        };

    public FilterBinding With(int list, int attribute) =>
        list switch
        {
            0 => this with { Shape = attribute },
            1 => this with { Track = attribute },
            2 => this with { Skeleton = attribute },
            _ => this with { SkeletonTrack = attribute },
        };
}
