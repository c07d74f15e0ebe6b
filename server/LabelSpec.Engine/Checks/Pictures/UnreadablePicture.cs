using LabelSpec.Annotations.Pictures;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>The picture file is no picture, or its header is damaged.</summary>
sealed class UnreadablePicture(CheckContext context) : PictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4009", "unreadable_picture", "Picture cannot be read", Severity.Error);

    protected override void Judge(int image, string path, CheckReport report)
    {
        report.Judged();
        if (Pictures!.HeaderOf(path).Status is PictureStatus.Unreadable or PictureStatus.Denied)
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var problem = Pictures!.HeaderOf(PathOf(violation.Subject)).Problem ?? "";
        return new($"The picture {Data.Images.FileNames[violation.Subject]} cannot be read: {problem}.")
        {
            Field = FileName,
            Values = [new DecidingValue("problem", problem)],
        };
    }
}
