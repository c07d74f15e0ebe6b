using LabelSpec.Annotations.Pictures;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>A JPEG or PNG file without its end: a copy or download that broke off.</summary>
sealed class TruncatedPicture(CheckContext context) : PictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4010", "truncated_picture", "Picture file ends too early", Severity.Error);

    protected override void Judge(int image, string path, CheckReport report)
    {
        if (!Pictures!.HeaderOf(path).IsReadable || PictureBytes.Read(path) is not { HasKnownEnd: true } bytes)
            return;
        report.Judged();
        if (!bytes.IsComplete)
            report.Violated(Violation.OfImage(image) with { Value = bytes.Length });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The picture {Data.Images.FileNames[violation.Subject]} ends too early, after "
                + $"{Wording.Count((long)violation.Value, "byte")}: its last rows are missing."
        )
        {
            Field = FileName,
            Values = [new DecidingValue("bytes", violation.Value)],
        };
}
