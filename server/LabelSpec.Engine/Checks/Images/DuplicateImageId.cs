using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Checks.Structure;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>Two images of one file with one id: annotations cannot tell which one they mean.</summary>
sealed class DuplicateImageId(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4001", "duplicate_image_id", "Image id used twice", Severity.Error);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var images = Data.Images;
        report.Judged(images.Count);
        foreach (var (row, first) in DuplicateIds.Find(images.Ids, images.FileOf, _ => true))
            report.Violated(
                new()
                {
                    Kind = SubjectKind.Image,
                    Subject = row,
                    Other = first,
                }
            );
    }

    public override Explanation Explain(in Violation violation)
    {
        var id = Data.IdTexts.Show(Data.Images.Ids[violation.Subject]);
        return new($"The image id {id} is already used by another image of this file.")
        {
            Field = Field.Id,
            Values = [new DecidingValue("id", id)],
            Related = [new(SubjectKind.Image, violation.Other, "first image with this id")],
        };
    }
}
