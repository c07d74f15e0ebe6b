namespace LabelSpec.Geometry;

/// <summary>
/// Why run lengths are not a (proper) mask. <paramref name="Position"/> is the index of the character or run to blame,
/// from 0; for a wrong total, the number of runs or characters read.
/// </summary>
public readonly record struct RleProblem(RleProblemKind Kind, int Position);
