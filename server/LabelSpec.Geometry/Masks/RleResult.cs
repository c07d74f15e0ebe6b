using System.Diagnostics.CodeAnalysis;

namespace LabelSpec.Geometry;

/// <summary>
/// A mask, or the reason why there is none. With <see cref="RleProblemKind.TooFewPixels"/> there are both: the missing
/// pixels count as background, as pycocotools counts them.
/// </summary>
public readonly record struct RleResult(RleMask? Mask, RleProblem Problem)
{
    [MemberNotNullWhen(true, nameof(Mask))]
    public bool HasMask => Mask is not null;

    internal static RleResult Of(RleMask mask) => new(mask, default);

    internal static RleResult Failed(RleProblemKind kind, int position = 0) => new(null, new(kind, position));
}
