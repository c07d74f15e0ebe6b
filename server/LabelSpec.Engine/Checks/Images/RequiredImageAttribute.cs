using LabelSpec.Engine.Checks.Categories;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>An attribute of the image that the guideline requires and the image lacks.</summary>
sealed class RequiredImageAttribute(CheckContext context) : DatasetCheck(Info, context)
{
    readonly AttributePlan plan = AttributePlan.OfImages(context.Guideline, context.Dataset.Images.Attributes);

    public static new CheckInfo Info { get; } =
        new("LS4101", "required_image_attribute", "Required attribute of an image is missing", Severity.Error);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        for (var i = 0; i < plan.Entries.Length; i++)
        {
            if (!plan.Entries[i].Symbol.IsRequired)
                continue;
            report.Judged(Data.Images.Count);
            for (var image = 0; image < Data.Images.Count; image++)
                if (plan.Entries[i].IsMissing(image))
                    report.Violated(Violation.OfImage(image) with { Detail = i });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var symbol = plan.Entries[violation.Detail].Symbol;
        return new($"The image has no {symbol.Name}, which the guideline requires ({symbol.Type}).")
        {
            Values = [new DecidingValue("attribute", symbol.Name)],
        };
    }
}
