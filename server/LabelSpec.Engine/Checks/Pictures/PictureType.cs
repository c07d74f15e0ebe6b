using LabelSpec.Annotations.Pictures;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>The ending of the name says another type than the file has.</summary>
sealed class PictureType(CheckContext context) : PictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4013", "picture_type", "Picture is of another type than its name says", Severity.Info);

    protected override void Judge(int image, string path, CheckReport report)
    {
        if (PictureBytes.TypeOfEnding(path) is not { } named || PictureBytes.ReadType(path) is not { } type)
            return;
        report.Judged();
        if (type != named)
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var path = PathOf(violation.Subject);
        var (named, type) = (PictureBytes.TypeOfEnding(path), PictureBytes.ReadType(path));
        return new($"{Data.Images.FileNames[violation.Subject]} is a {type} file, not {named} as its name says.")
        {
            Field = FileName,
            Values = [new DecidingValue("type", type ?? ""), new DecidingValue("named", named ?? "")],
        };
    }
}
