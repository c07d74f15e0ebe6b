using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>Images that the data itself says nobody has annotated, or that were skipped: one finding with the first names.</summary>
sealed class UnlabelledImages(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5014", "unlabelled_images", "Images that are not annotated yet", Severity.Info);

    public override void Judge(CheckReport report)
    {
        if (!Data.Images.States.IsPresent)
            return;
        report.Judged();
        var images = Unlabelled();
        if (images.Count > 0)
            report.Violated(Violation.OfImage(images[0]) with { Value = images.Count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var names = Unlabelled().Take(3).Select(NameOfImage);
        return new(
            $"{violation.Value} of {Wording.Count(Data.Images.Count, "image")} are not annotated yet, or were skipped, such "
                + $"as {string.Join(", ", names)}. Trainers take them for images without objects."
        )
        {
            Values = [new DecidingValue("unlabelled", violation.Value), new DecidingValue("images", Data.Images.Count)],
        };
    }

    List<int> Unlabelled() =>
        [
            .. Enumerable
                .Range(0, Data.Images.Count)
                .Where(image => Data.Images.States[image] is ImageState.NotAnnotated or ImageState.Skipped),
        ];
}
