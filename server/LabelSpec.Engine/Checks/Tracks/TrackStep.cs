namespace LabelSpec.Engine.Checks.Tracks;

/// <summary>A track in one frame.</summary>
/// <param name="Frame">Number of the frame in its sequence.</param>
/// <param name="Row">The annotation.</param>
/// <param name="IsSeen">False where the annotation says that the object is outside the picture.</param>
public readonly record struct TrackStep(int Frame, int Row, bool IsSeen);
