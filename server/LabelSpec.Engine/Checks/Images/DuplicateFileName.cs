using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>One picture declared as two images of one file: its annotations are torn apart.</summary>
sealed class DuplicateFileName(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4003", "duplicate_file_name", "Picture declared twice", Severity.Warning);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var images = Data.Images;
        var first = new Dictionary<(int, string), int>(images.Count);
        for (var image = 0; image < images.Count; image++)
        {
            // Frames of a video may all name the video.
            if (images.FileNames[image].Length == 0 || images.Sequences[image] >= 0)
                continue;
            report.Judged();
            if (!first.TryAdd((images.FileOf(image), images.FileNames[image]), image))
                report.Violated(
                    Violation.OfImage(image) with
                    {
                        Other = first[(images.FileOf(image), images.FileNames[image])],
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"The picture {Data.Images.FileNames[violation.Subject]} is declared by another image of this file already."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("file_name", Data.Images.FileNames[violation.Subject])],
            Related = [new(SubjectKind.Image, violation.Other, "first image with this picture")],
        };
}
