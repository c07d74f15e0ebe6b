using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>An image without a usable width and height, in a format that has a place for them.</summary>
sealed class MissingImageSize(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4004", "missing_image_size", "Image without width and height", Severity.Warning);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var images = Data.Images;
        for (var image = 0; image < images.Count; image++)
        {
            if (!Facts.Conventions.DeclaresImageSize(images.FileOf(image)))
                continue;
            report.Judged();
            if (images.Widths[image] <= 0 || images.Heights[image] <= 0)
                report.Violated(Violation.OfImage(image));
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var (width, height) = (Data.Images.Widths[violation.Subject], Data.Images.Heights[violation.Subject]);
        return new("The image has no usable width and height, so nobody can tell whether its annotations lie inside.")
        {
            Field = new Field(width <= 0 ? FieldKind.Width : FieldKind.Height),
            Values = [new DecidingValue("width", width), new DecidingValue("height", height)],
        };
    }
}
