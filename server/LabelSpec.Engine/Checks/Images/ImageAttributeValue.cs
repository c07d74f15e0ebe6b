using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Checks.Categories;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>An attribute of the image whose value the guideline does not allow, for whatever reason.</summary>
sealed class ImageAttributeValue(CheckContext context) : DatasetCheck(Info, context)
{
    readonly AttributePlan plan = AttributePlan.OfImages(context.Guideline, context.Dataset.Images.Attributes);

    public static new CheckInfo Info { get; } =
        new("LS4102", "image_attribute_value", "Attribute value of an image is not allowed", Severity.Error);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        for (var i = 0; i < plan.Entries.Length; i++)
        for (var image = 0; image < Data.Images.Count; image++)
        {
            if (plan.Entries[i].IsMissing(image))
                continue;
            report.Judged();
            if (plan.Entries[i].VerdictOf(image) != AttributeVerdict.Fits)
                report.Violated(Violation.OfImage(image) with { Detail = i });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var entry = plan.Entries[violation.Detail];
        entry.Column!.TryGet(violation.Subject, out var value);
        return new($"{entry.Symbol.Name} of the image is \"{value}\"; the guideline says {entry.Symbol.Type}.")
        {
            Field = Field.Attribute(entry.Symbol.Label),
            Values = [new DecidingValue("attribute", entry.Symbol.Name), new DecidingValue("value", value.ToString())],
        };
    }
}
