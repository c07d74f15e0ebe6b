namespace LabelSpec.Quality.PanopticQuality;

/// <summary>What is wrong, and the id of the first segment concerned (0 where it is none).</summary>
public readonly record struct PanopticProblem(PanopticProblemKind Kind, int Segment);
