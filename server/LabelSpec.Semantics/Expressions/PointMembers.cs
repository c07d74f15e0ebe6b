using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of points.</summary>
public static class PointMembers
{
    public static ImmutableArray<MemberInfo<PointMember>> All { get; } =
    [
        new(
            PointMember.X,
            "x",
            NumberType.Pixel,
            NumericRange.Everything,
            [],
            "Pixels from the left edge of the image."
        ),
        new(
            PointMember.Y,
            "y",
            NumberType.Pixel,
            NumericRange.Everything,
            [],
            "Pixels from the top edge of the image."
        ),
        new(
            PointMember.Visible,
            "visible",
            BoolType.Instance,
            NumericRange.Everything,
            [],
            "Of a keypoint: visible, not hidden; unknown if it is not labelled."
        ),
    ];
}
