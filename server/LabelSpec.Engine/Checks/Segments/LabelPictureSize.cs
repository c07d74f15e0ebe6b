using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>The picture of an image's segments is not as large as the image.</summary>
sealed class LabelPictureSize(CheckContext context) : LabelPictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4024", "label_picture_size", "Picture of the segments is not as large as its image", Severity.Error);

    protected override void Judge(int image, ReadOnlySpan<int> annotations, LabelPictureFile file, CheckReport report)
    {
        var (width, height) = (Data.Images.Widths[image], Data.Images.Heights[image]);
        if (
            file.Picture is { } picture
            && width > 0
            && height > 0
            && (picture.Width != width || picture.Height != height)
        )
            report.Violated(Violation.OfImage(image) with { Value = picture.Width, Limit = picture.Height });
    }

    public override Explanation Explain(in Violation violation)
    {
        var (width, height) = (Data.Images.Widths[violation.Subject], Data.Images.Heights[violation.Subject]);
        return new(
            $"{Path.GetFileName(PictureOf(violation.Subject).Path)} is {violation.Value} x {violation.Limit} px, and its image "
                + $"{width} x {height} px. A picture of ids that was resized has wrong ids along every edge, so make it anew."
        )
        {
            Field = new Field(FieldKind.Width),
            Values =
            [
                new DecidingValue("segments", $"{violation.Value} x {violation.Limit}"),
                new DecidingValue("image", $"{width} x {height}"),
            ],
        };
    }
}
