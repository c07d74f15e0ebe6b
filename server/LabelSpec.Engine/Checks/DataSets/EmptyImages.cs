using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// Images without annotations, unless their file says that there is nothing on them: one finding with the first names.
/// </summary>
sealed class EmptyImages(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5013", "empty_images", "Images without annotations", Severity.Info);

    public override void Judge(CheckReport report)
    {
        if (Data.Images.Count == 0)
            return;
        report.Judged();
        long count = 0;
        var first = -1;
        for (var image = 0; image < Data.Images.Count; image++)
            if (IsEmpty(image))
            {
                count++;
                first = first < 0 ? image : first;
            }

        if (count > 0)
            report.Violated(Violation.OfImage(first) with { Value = count });
    }

    public override Explanation Explain(in Violation violation)
    {
        var names = new List<string>();
        for (var image = violation.Subject; image < Data.Images.Count && names.Count < 3; image++)
            if (IsEmpty(image))
                names.Add(NameOfImage(image));
        return new(
            $"{violation.Value} of {Wording.Count(Data.Images.Count, "image")} have no annotation, such as "
                + $"{string.Join(", ", names)}."
        )
        {
            Values = [new DecidingValue("empty", violation.Value), new DecidingValue("images", Data.Images.Count)],
        };
    }

    bool IsEmpty(int image) =>
        Rows.OfImage(image).IsEmpty && Data.Images.States[image] is ImageState.Unknown or ImageState.Annotated;
}
