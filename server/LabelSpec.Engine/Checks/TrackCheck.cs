using LabelSpec.Engine.Checks.Tracks;

namespace LabelSpec.Engine.Checks;

/// <summary>Judges an object over all frames in which it is annotated. Called from many threads at once.</summary>
public abstract class TrackCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    public abstract void Judge(TrackView track, CheckReport report);

    /// <summary>The track as messages call it: <c>car track 7</c>.</summary>
    protected string NameOfTrack(int track) => Facts.Tracks.NameOf(track);
}
