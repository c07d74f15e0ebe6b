using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>An image that is too small to show anything, as its file declares it.</summary>
sealed class TinyImage(CheckContext context) : ImageCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4014", "tiny_image", "Image is tiny", Severity.Warning)
        {
            Parameters = [new("side", 10, "px", "Images with a shorter side are tiny")],
        };

    readonly double shortest = context.Settings.ParameterOf(Info, "side");

    public override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        var side = Math.Min(Data.Images.Widths[image], Data.Images.Heights[image]);
        if (side <= 0 || Data.Images.Units[image] != CoordinateUnit.Pixels)
            return;
        report.Judged();
        if (side < shortest)
            report.Violated(Violation.OfImage(image) with { Value = side });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The image is {Data.Images.Widths[violation.Subject]} x {Data.Images.Heights[violation.Subject]} px; trainers "
                + $"leave out what is smaller than {Wording.Number(shortest)} px."
        )
        {
            Field = new Field(
                Data.Images.Widths[violation.Subject] <= Data.Images.Heights[violation.Subject]
                    ? FieldKind.Width
                    : FieldKind.Height
            ),
            Values = [new DecidingValue("side", violation.Value), new DecidingValue("limit", shortest)],
        };
}
