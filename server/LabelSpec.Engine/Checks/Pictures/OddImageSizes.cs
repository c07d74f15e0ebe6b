using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks.Distributions;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>
/// Images that are far smaller, larger, wider or higher than the others: thumbnails, panoramas, crops. One finding for all, at the
/// first of them.
/// </summary>
sealed class OddImageSizes(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS4016", "odd_image_sizes", "Images of unusual size or proportions", Severity.Info)
        {
            Parameters =
            [
                new("deviations", 5, "", "Robust standard deviations of the logarithm that are usual"),
                new("samples", 50, "", "Smaller data sets are not judged"),
            ],
        };

    readonly double deviations = context.Settings.ParameterOf(Info, "deviations");
    readonly double samples = context.Settings.ParameterOf(Info, "samples");
    readonly PictureLookup? pictures = context.Pictures;

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        if (Find() is not { } found)
            return;
        report.Judged(found.Judged);
        if (found.Odd.Count > 0)
            report.Violated(Violation.OfImage(found.Odd[0].Image) with { Value = found.Odd.Count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var (judged, odd, sides, aspects) = Find()!.Value;
        return new(
            $"{Wording.Count(odd.Count, "image is", "images are")} of another size or shape than the others: "
                + $"{Wording.List([.. odd.Take(Examples + 1).Select(one => $"{one.Width} x {one.Height}")], Examples)} px. Half of "
                + $"{judged} images have between {Math.Round(sides.LowerQuartile * sides.LowerQuartile / 1e6, 2)} and "
                + $"{Math.Round(sides.UpperQuartile * sides.UpperQuartile / 1e6, 2)} million pixels, and are "
                + $"{Wording.Number(aspects.LowerQuartile)} to {Wording.Number(aspects.UpperQuartile)} times as wide as high."
        )
        {
            Field = new Field(FieldKind.Width),
            Values =
            [
                new DecidingValue("images", odd.Count),
                new DecidingValue("side", sides.Median),
                new DecidingValue("aspect", aspects.Median),
            ],
            Related =
            [
                .. odd.Skip(1)
                    .Take(Examples)
                    .Select(one => new RelatedSubject(SubjectKind.Image, one.Image, $"{one.Width} x {one.Height} px")),
            ],
        };
    }

    (int Judged, List<(int Image, int Width, int Height)> Odd, UsualRange Sides, UsualRange Aspects)? Find()
    {
        var (side, aspect) = (new LogTally(), new LogTally());
        var sizes = new List<(int Image, int Width, int Height)>();
        for (var image = 0; image < Data.Images.Count; image++)
            if (SizeOf(image) is (> 0, > 0) size)
            {
                sizes.Add((image, size.Width, size.Height));
                side.Add(Math.Sqrt((double)size.Width * size.Height), image);
                aspect.Add((double)size.Width / size.Height, image);
            }

        if (sizes.Count < samples)
            return null;
        var (sides, aspects) = (new UsualRange(side, deviations), new UsualRange(aspect, deviations));
        return (
            sizes.Count,
            sizes.FindAll(one =>
                !IsIn(sides, Math.Sqrt((double)one.Width * one.Height))
                || !IsIn(aspects, (double)one.Width / one.Height)
            ),
            sides,
            aspects
        );
    }

    static bool IsIn(in UsualRange range, double value) => value >= range.Lower && value < range.Upper;

    // As the file declares it; where it does not, as the picture itself says.
    (int Width, int Height) SizeOf(int image)
    {
        var images = Data.Images;
        if (images.Widths[image] > 0 && images.Heights[image] > 0 && images.Units[image] == CoordinateUnit.Pixels)
            return (images.Widths[image], images.Heights[image]);
        return
            pictures is not null
            && pictures.IsLookedUp(image)
            && pictures.Find(image) is { HasWholeName: true } found
            && pictures.HeaderOf(found.Path) is { IsReadable: true } header
            ? (header.Width, header.Height)
            : default;
    }
}
