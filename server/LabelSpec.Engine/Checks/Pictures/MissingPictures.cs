using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>Pictures that are not where the others are: one finding for each file, or folder of files.</summary>
sealed class MissingPictures(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS4007", "missing_pictures", "Pictures are missing", Severity.Warning);

    readonly PictureLookup? pictures = context.Pictures;

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        for (var group = 0; pictures is not null && group < pictures.GroupCount; group++)
        {
            if (!pictures.HasPictures(group))
                continue;
            report.Judged(pictures.ImagesOf(group).Length);
            var missing = Missing(group);
            if (missing.Count > 0)
                report.Violated(Violation.OfImage(missing[0]) with { Value = missing.Count });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var group = pictures!.GroupOf(violation.Subject);
        var total = pictures.ImagesOf(group).Length;
        var missing = Missing(group);
        return new(
            $"{missing.Count} of {Wording.Count(total, "picture")} are not found, such as "
                + $"{Wording.Quoted(missing.Take(Examples).Select(image => Data.Images.FileNames[image]))}."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("missing", missing.Count), new DecidingValue("pictures", total)],
            Related =
            [
                .. missing
                    .Skip(1)
                    .Take(Examples)
                    .Select(image => new RelatedSubject(SubjectKind.Image, image, Data.Images.FileNames[image])),
            ],
        };
    }

    List<int> Missing(int group)
    {
        var missing = new List<int>();
        foreach (var image in pictures!.ImagesOf(group))
            if (pictures.Find(image) is null)
                missing.Add(image);
        return missing;
    }
}
