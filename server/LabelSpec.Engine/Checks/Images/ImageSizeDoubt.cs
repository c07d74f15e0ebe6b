using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Coordinates;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>
/// The boxes of many images reach far beyond the size that is declared for them, and not the boxes are wrong but the size: with width
/// and height exchanged they fit, or they end where nothing but the edge of a larger picture can have stopped them. One finding for
/// files that were written together, with the numbers.
/// </summary>
sealed class ImageSizeDoubt(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5025", "image_size_doubt", "Declared image sizes contradict the boxes", Severity.Warning)
        {
            Parameters =
            [
                new("images", 5, "", "Fewer images with such boxes are not judged"),
                new("share", 0.2, "%", "How many of the images with boxes must have such ones"),
                new("beyond", 0.05, "%", "How far beyond the size a box must reach, of the size"),
                new(
                    "edge",
                    0.1,
                    "%",
                    "How many of the images beyond must end at one place, unless all fit with sides exchanged"
                ),
            ],
        };

    const int FewestAtEdge = 3;

    /// <summary>How exactly people draw along an edge.</summary>
    const double PixelSlack = 1.5;

    const double ShareSlack = 0.002;

    static readonly (double X, double Y) Nowhere = (double.NegativeInfinity, double.NegativeInfinity);

    readonly double fewest = context.Settings.ParameterOf(Info, "images");
    readonly double share = context.Settings.ParameterOf(Info, "share");
    readonly double beyond = context.Settings.ParameterOf(Info, "beyond");
    readonly double atEdge = context.Settings.ParameterOf(Info, "edge");
    readonly FileGroups groups = context.Facts.FileGroups;

    public override void Judge(CheckReport report)
    {
        foreach (var tally in Tallies().Where(tally => tally.Images > 0))
        {
            report.Judged();
            if (tally.Beyond < fewest || tally.Beyond < share * tally.Images)
                continue;
            if (tally.Swapped == tally.Beyond || EdgeOf(tally) is not null)
                report.Violated(Violation.OfImage(tally.Example) with { Value = tally.Beyond, Limit = tally.Images });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var image = violation.Subject;
        var (frame, reach) = (Facts.FrameOf(image), ReachOf(image)!.Value);
        var tally = Tallies()[groups.Of(Data.Images.FileOf(image))];
        return new(
            $"The boxes of {violation.Value} of {Wording.Count((long)violation.Limit, "image")} reach beyond the declared size, "
                + $"such as to ({Wording.Number(reach.X)}, {Wording.Number(reach.Y)}) in one of {frame.Width} x {frame.Height} px"
                + (
                    tally.Swapped == tally.Beyond ? "; with width and height exchanged all of them fit."
                    : EdgeOf(tally) is { } edge
                        ? $". In {edge.Images} of them they end {Wording.Number(edge.At)} px from the {(edge.IsRight ? "left" : "top")}, "
                            + "and in none much further on: that seems to be the edge of the picture."
                    : "."
                )
        )
        {
            Field = new Field(FieldKind.Width),
            Values =
            [
                new DecidingValue("beyond", violation.Value),
                new DecidingValue("images", violation.Limit),
                new DecidingValue("fit_exchanged", tally.Swapped),
            ],
        };
    }

    Tally[] Tallies()
    {
        var tallies = new Tally[groups.Count];
        var reaches = Reaches();
        for (var image = 0; image < reaches.Length; image++)
        {
            var (frame, reach) = (Facts.FrameOf(image), reaches[image]);
            if (frame.IsEmpty || double.IsInfinity(reach.X))
                continue;
            ref var tally = ref tallies[groups.Of(Data.Images.FileOf(image))];
            tally.Images++;
            if (!IsBeyond(reach, frame.Width, frame.Height))
                continue;
            if (tally.Beyond++ == 0)
                tally.Example = image;
            if (reach.X > frame.Width * (1 + beyond))
                (tally.Right ??= []).Add(reach.X);
            if (reach.Y > frame.Height * (1 + beyond))
                (tally.Lower ??= []).Add(reach.Y);
            if (!IsBeyond(reach, frame.Height, frame.Width))
                tally.Swapped++;
        }

        return tallies;
    }

    // Of all images, by one pass over the annotations in the order in which they lie in memory.
    (double X, double Y)[] Reaches()
    {
        var reaches = new (double, double)[Data.Images.Count];
        Array.Fill(reaches, Nowhere);
        var images = Rows.Images;
        for (var row = 0; row < images.Length; row++)
            if (images[row] >= 0)
                Extend(ref reaches[images[row]], row);
        return reaches;
    }

    // Rightmost and lowest place of the boxes that people drew; null where there are none.
    (double X, double Y)? ReachOf(int image)
    {
        var reach = Nowhere;
        foreach (var row in Rows.OfImage(image))
            Extend(ref reach, row);
        return double.IsInfinity(reach.X) ? null : reach;
    }

    void Extend(ref (double X, double Y) reach, int row)
    {
        const AnnotationFlags NotDrawn = AnnotationFlags.Prediction | AnnotationFlags.Ignore;
        var box = Rows.Boxes[row];
        if (box.IsFinite && (Rows.Flags[row] & NotDrawn) == 0 && !Facts.MayLeaveImage(row))
            reach = (Math.Max(reach.X, box.Right), Math.Max(reach.Y, box.Bottom));
    }

    bool IsBeyond((double X, double Y) reach, double width, double height) =>
        reach.X > width * (1 + beyond) || reach.Y > height * (1 + beyond);

    /// <summary>
    /// Where the boxes of many images end and none goes on. Objects that a picture cuts off all end at its edge; boxes that are wrong
    /// themselves, or that go on rightly where the picture ends, end anywhere.
    /// </summary>
    Edge? EdgeOf(in Tally tally) => Outermost(tally.Right, isRight: true) ?? Outermost(tally.Lower, isRight: false);

    Edge? Outermost(List<double>? ends, bool isRight)
    {
        if (ends is null)
            return null;
        var last = ends.Max();
        var there = ends.Count(end => end >= last - Math.Max(PixelSlack, ShareSlack * last));
        return there >= FewestAtEdge && there >= atEdge * ends.Count ? new(isRight, last, there) : null;
    }

    readonly record struct Edge(bool IsRight, double At, int Images);

    struct Tally
    {
        /// <summary>Where boxes end in images in which they go too far to the right.</summary>
        public List<double>? Right;

        /// <summary>Where boxes end in images in which they go too far down.</summary>
        public List<double>? Lower;

        public long Images;
        public long Beyond;
        public long Swapped;
        public int Example;
    }
}
