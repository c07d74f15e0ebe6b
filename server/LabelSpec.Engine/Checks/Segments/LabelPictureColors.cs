using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>
/// The picture of an image's segments does not store plain colours, which readers take ids from: a palette or grey levels give
/// one number for each pixel instead of three, and colours of translucent pixels change whenever the picture is saved.
/// </summary>
sealed class LabelPictureColors(CheckContext context) : LabelPictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4023", "label_picture_colors", "Picture of the segments has no plain colours", Severity.Error);

    protected override void Judge(int image, ReadOnlySpan<int> annotations, LabelPictureFile file, CheckReport report)
    {
        if (
            file.Picture is { } picture
            && (picture.IsTranslucent || picture.Color is not (PngColor.Rgb or PngColor.Rgba))
        )
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = PictureOf(violation.Subject);
        var stored = file.Picture switch
        {
            { Color: PngColor.Palette } => "a palette",
            { Color: PngColor.Grey or PngColor.GreyAlpha } => "grey levels",
            _ => "translucent pixels",
        };
        return new(
            $"{Path.GetFileName(file.Path)} has {stored}; ids are read from the colours of opaque pixels, R + 256 G + 65536 B. "
                + "Save it as RGB with 8 bits for each colour."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("stored", stored)],
        };
    }
}
