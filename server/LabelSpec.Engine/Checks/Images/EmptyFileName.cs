using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>An image without the name of its picture: nobody can open it.</summary>
sealed class EmptyFileName(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4002", "empty_file_name", "Image without a file name", Severity.Warning);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        for (var image = 0; image < Data.Images.Count; image++)
        {
            var isEmpty = string.IsNullOrWhiteSpace(Data.Images.FileNames[image]);
            // Frames of a video are pictures without files.
            if (
                isEmpty
                && (Data.Images.Frames[image] >= 0 || Facts.Conventions.NeedsNoPicture(Data.Images.FileOf(image)))
            )
                continue;
            report.Judged();
            if (isEmpty)
                report.Violated(Violation.OfImage(image));
        }
    }

    public override Explanation Explain(in Violation violation) =>
        new($"Image {Data.IdTexts.Show(Data.Images.Ids[violation.Subject])} names no picture file.")
        {
            Field = new Field(FieldKind.FileName),
        };
}
