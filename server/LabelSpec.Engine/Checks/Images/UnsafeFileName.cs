using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>
/// File names that work on one machine only, or that reach out of the folder of the images: absolute paths and <c>..</c>. One
/// finding for each file.
/// </summary>
sealed class UnsafeFileName(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4006", "unsafe_file_name", "File name leaves the folder of the images", Severity.Info);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var images = Data.Images;
        var groups = new Groups<int>();
        for (var image = 0; image < images.Count; image++)
        {
            report.Judged();
            if (Leaves(images.FileNames[image]))
                groups.Add(images.FileOf(image), image);
        }

        foreach (var (_, group) in groups)
            report.Violated(Violation.OfImage(group.FirstRow) with { Value = group.Count });
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{Wording.Count((long)violation.Value, "file name is", "file names are")} absolute or "
                + $"outside the folder of the images, such as \"{Data.Images.FileNames[violation.Subject]}\"; "
                + "on another machine that names nothing."
        )
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("count", violation.Value)],
        };

    static bool Leaves(string name)
    {
        if (name.Length == 0 || name.Contains("://", StringComparison.Ordinal))
            return false;
        if (name[0] is '/' or '\\' || (name.Length > 2 && name[1] == ':' && name[2] is '/' or '\\'))
            return true;
        if (!name.Contains("..", StringComparison.Ordinal))
            return false;
        var depth = 0;
        foreach (var step in name.Split('/', '\\'))
        {
            depth += step switch
            {
                ".." => -1,
                "" or "." => 0,
                _ => 1,
            };
            if (depth < 0)
                return true;
        }

        return false;
    }
}
