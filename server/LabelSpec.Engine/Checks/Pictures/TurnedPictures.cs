using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>
/// Pictures that EXIF data turns on the screen, where tools differ: one finding for each file, or folder of files, with
/// how many are declared as stored and how many as shown.
/// </summary>
sealed class TurnedPictures(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS4012", "turned_pictures", "Pictures turned by EXIF orientation", Severity.Info);

    readonly PictureLookup? pictures = context.Pictures;

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        for (var group = 0; pictures is not null && group < pictures.GroupCount; group++)
        {
            if (!pictures.HasPictures(group))
                continue;
            report.Judged();
            var turned = Turned(group);
            if (turned.Count > 0)
                report.Violated(Violation.OfImage(turned[0].Image) with { Value = turned.Count });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var turned = Turned(pictures!.GroupOf(violation.Subject));
        var asStored = turned.Count(one => IsDeclaredAs(one.Image, one.Width, one.Height));
        var asShown = turned.Count(one => one.Swaps && IsDeclaredAs(one.Image, one.Height, one.Width));
        return new(
            $"EXIF data turns {Wording.Count(turned.Count, "picture")} on the screen, such as "
                + $"{Data.Images.FileNames[turned[0].Image]} (orientation {turned[0].Orientation}); the size is "
                + $"declared as stored for {asStored}, as shown for {asShown}. Tools that ignore EXIF see other places than the annotator."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values =
            [
                new DecidingValue("turned", turned.Count),
                new DecidingValue("as_stored", asStored),
                new DecidingValue("as_shown", asShown),
            ],
            Related =
            [
                .. turned
                    .Skip(1)
                    .Take(Examples)
                    .Select(one => new RelatedSubject(
                        SubjectKind.Image,
                        one.Image,
                        $"{Data.Images.FileNames[one.Image]}, orientation {one.Orientation}"
                    )),
            ],
        };
    }

    bool IsDeclaredAs(int image, int width, int height) =>
        Data.Images.Widths[image] == width && Data.Images.Heights[image] == height;

    List<(int Image, int Orientation, int Width, int Height, bool Swaps)> Turned(int group)
    {
        var turned = new List<(int, int, int, int, bool)>();
        foreach (var image in pictures!.ImagesOf(group))
            if (pictures.Find(image) is { HasWholeName: true } found)
            {
                var header = pictures.HeaderOf(found.Path);
                if (header is { IsReadable: true, Orientation: > 1 })
                    turned.Add((image, header.Orientation, header.Width, header.Height, header.SwapsSides));
            }

        return turned;
    }
}
