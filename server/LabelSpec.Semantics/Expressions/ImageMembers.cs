using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of images.</summary>
public static class ImageMembers
{
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    public static ImmutableArray<MemberInfo<ImageMember>> All { get; } =
    [
        Of(ImageMember.Name, "name", TextType.Instance, "The file name, as the annotation file gives it."),
        Of(ImageMember.Width, "width", NumberType.Pixel, "The width of the image."),
        Of(ImageMember.Height, "height", NumberType.Pixel, "The height of the image."),
        Of(ImageMember.Area, "area", NumberType.SquarePixel, "Width × height."),
        Of(ImageMember.Aspect, "aspect", NumberType.Ratio, "Width / height."),
        Of(
            ImageMember.Index,
            "index",
            NumberType.Count,
            "The frame number in a video, else the position in the data, from 0."
        ),
        Of(ImageMember.Tags, "tags", new SetType(TextType.Instance), "The labels of the image as a whole."),
        Of(ImageMember.IsFirst, "is_first", BoolType.Instance, "The first frame of its video."),
        Of(ImageMember.IsLast, "is_last", BoolType.Instance, "The last frame of its video."),
    ];

    private static MemberInfo<ImageMember> Of(ImageMember member, string name, LabelType type, string text) =>
        new(member, name, type, type is NumberType ? NotNegative : NumericRange.Everything, [], text);
}
