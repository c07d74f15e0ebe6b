using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>
/// How far the picture as a whole moved from one frame to another: the median of what its objects moved, in each direction. When
/// the camera is shaken, or frames are missing, all of them move alike.
/// </summary>
sealed class CameraMotion
{
    /// <summary>Fewer objects do not tell what moved, they or the camera.</summary>
    const int FewestObjects = 3;

    readonly Dataset dataset;
    readonly TrackFacts facts;
    readonly Dictionary<(int Sequence, int Before, int After), (double X, double Y)> shifts = [];

    public CameraMotion(Dataset dataset, TrackFacts facts)
    {
        (this.dataset, this.facts) = (dataset, facts);
        var moves = new Dictionary<(int, int, int), List<(double X, double Y)>>();
        var view = new TrackView(dataset, facts);
        for (var track = 0; track < dataset.Tracks.Count; track++)
        {
            view.MoveTo(track);
            for (var i = 1; i < view.Steps.Length; i++)
                Note(view.Sequence, view.Steps[i - 1], view.Steps[i], moves);
        }

        foreach (var (key, list) in moves)
            if (list.Count >= FewestObjects)
                shifts.Add(key, (Median(list, move => move.X), Median(list, move => move.Y)));
    }

    /// <summary>In pixels to the right and down; 0, 0 where too few objects tell.</summary>
    public (double X, double Y) Between(TrackStep before, TrackStep after) =>
        shifts.GetValueOrDefault((facts.SequenceOf(after.Row), before.Frame, after.Frame));

    void Note(
        int sequence,
        TrackStep before,
        TrackStep after,
        Dictionary<(int, int, int), List<(double X, double Y)>> moves
    )
    {
        var (from, to) = (dataset.Annotations.Boxes[before.Row], dataset.Annotations.Boxes[after.Row]);
        if (before.Frame == after.Frame || !before.IsSeen || !after.IsSeen || !from.IsFinite || !to.IsFinite)
            return;
        var key = (sequence, before.Frame, after.Frame);
        if (!moves.TryGetValue(key, out var list))
            moves.Add(key, list = []);
        list.Add((to.Center.X - from.Center.X, to.Center.Y - from.Center.Y));
    }

    static double Median(List<(double X, double Y)> moves, Func<(double X, double Y), double> part)
    {
        var values = moves.Select(part).Order().ToArray();
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
