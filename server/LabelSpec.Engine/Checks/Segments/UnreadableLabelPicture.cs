using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Segments;

/// <summary>The picture of an image's segments is there and cannot be decoded.</summary>
sealed class UnreadableLabelPicture(CheckContext context) : LabelPictureCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4022", "unreadable_label_picture", "Picture of the segments cannot be read", Severity.Error);

    protected override void Judge(int image, ReadOnlySpan<int> annotations, LabelPictureFile file, CheckReport report)
    {
        if (file.Picture is null)
            report.Violated(Violation.OfImage(image));
    }

    public override Explanation Explain(in Violation violation)
    {
        var file = PictureOf(violation.Subject);
        return new($"The segments in {Path.GetFileName(file.Path)} cannot be read: {file.Problem}.")
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("problem", file.Problem ?? "")],
        };
    }
}
