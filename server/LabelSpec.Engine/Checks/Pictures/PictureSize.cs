using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>The annotation file declares another size than the picture has.</summary>
sealed class PictureSize(CheckContext context) : PictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4011", "picture_size", "Declared size is not the picture's", Severity.Error) { HasFix = true };

    protected override void Judge(int image, string path, CheckReport report)
    {
        var (width, height) = (Data.Images.Widths[image], Data.Images.Heights[image]);
        if (width <= 0 || height <= 0 || Data.Images.Units[image] != CoordinateUnit.Pixels)
            return;
        var header = Pictures!.HeaderOf(path);
        if (!header.IsReadable)
            return;
        report.Judged();
        var isAsStored = width == header.Width && height == header.Height;
        var isAsShown = header.SwapsSides && width == header.Height && height == header.Width;
        if (!isAsStored && !isAsShown)
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var image = violation.Subject;
        var (width, height) = (Data.Images.Widths[image], Data.Images.Heights[image]);
        var header = Pictures!.HeaderOf(PathOf(image));
        var (realWidth, realHeight) = header.SwapsSides ? (header.Height, header.Width) : (header.Width, header.Height);
        var hint =
            width == realHeight && height == realWidth ? ": width and height are swapped"
            : (long)width * realHeight == (long)height * realWidth
                ? $": the annotations may be for a copy scaled by {Wording.Number((double)width / realWidth)}"
            : "";
        return new(
            $"{Data.Images.FileNames[image]} is declared as {width} x {height} px, but the picture has "
                + $"{realWidth} x {realHeight} px{hint}."
        )
        {
            Field = new Field(FieldKind.Width),
            Values =
            [
                new DecidingValue("declared", $"{width} x {height}"),
                new DecidingValue("picture", $"{realWidth} x {realHeight}"),
            ],
            // The boxes may be for the declared size.
            Repairs =
            [
                new(
                    $"Declare {realWidth} x {realHeight}",
                    new ElementChange.SetImageSize(Element.Image(image), realWidth, realHeight)
                )
                {
                    IsSafe = false,
                },
            ],
        };
    }
}
