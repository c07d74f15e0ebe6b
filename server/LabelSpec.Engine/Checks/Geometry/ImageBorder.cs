namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>
/// Tells whether what leaves an image leaves it by more than a tolerance in pixels. Where of an image only shares of its size are known
/// (YOLO without its pictures), a share is so many pixels at least as it is of the smallest side that an image may have: beyond the
/// tolerance then, it is outside whatever the size; below, nothing is said.
/// </summary>
sealed class ImageBorder(DatasetFacts facts, double tolerance, double smallestSide)
{
    public static CheckParameter SmallestSide { get; } =
        new(
            "smallest_side",
            10,
            "px",
            "The smallest width or height of an image where only shares of it are known: what leaves such an image by more than the tolerance leaves any"
        );

    /// <summary>By the parameters of a check, whose tolerance is called <c>tolerance</c>.</summary>
    public static ImageBorder Of(CheckContext context, CheckInfo check) =>
        new(
            context.Facts,
            context.Settings.ParameterOf(check, "tolerance"),
            context.Settings.ParameterOf(check, SmallestSide.Name)
        );

    /// <summary>Whether so much beside the image is outside; null where that depends on a size that is not known.</summary>
    /// <param name="image">Index of the image.</param>
    /// <param name="overhang">In the unit of the image.</param>
    public bool? IsBeyond(int image, double overhang) =>
        facts.KnowsPixels(image) ? overhang > tolerance
        : overhang * smallestSide > tolerance ? true
        : overhang > 0 ? null
        : false;

    /// <summary>How much may be outside, in the unit of the image.</summary>
    public double ToleranceIn(int image) => facts.KnowsPixels(image) ? tolerance : tolerance / smallestSide;

    /// <summary>A distance in the image: <c>12.5 px</c>, <c>a share of 0.25</c>.</summary>
    public string Show(int image, double distance) =>
        facts.KnowsPixels(image) ? $"{Wording.Number(distance)} px" : $"a share of {Wording.Share(distance)}";

    /// <summary>The size of the image, as it is known.</summary>
    public string SizeOf(int image) => SizeOf(facts, image);

    /// <summary>The size of an image, as it is known.</summary>
    public static string SizeOf(DatasetFacts facts, int image)
    {
        var frame = facts.FrameOf(image);
        return facts.KnowsPixels(image)
            ? $"of {Wording.Number(frame.Width)} x {Wording.Number(frame.Height)} px"
            : "whose shares go from 0 to 1";
    }

    /// <summary>A position along a side of the image.</summary>
    public static string Position(DatasetFacts facts, int image, double position) =>
        facts.KnowsPixels(image) ? Wording.Number(position) : Wording.Share(position);
}
