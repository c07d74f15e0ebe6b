using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Images;

/// <summary>File names that are one file on some systems and two on others: case, slashes, <c>./</c>, Unicode forms.</summary>
sealed class SimilarFileNames(CheckContext context) : DatasetCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS4005", "similar_file_names", "File names that differ only in spelling", Severity.Warning);

    internal override bool IsAboutImagesAlone => true;

    public override void Judge(CheckReport report)
    {
        var images = Data.Images;
        var first = new Dictionary<string, int>(images.Count, StringComparer.OrdinalIgnoreCase);
        for (var image = 0; image < images.Count; image++)
        {
            var name = images.FileNames[image];
            if (name.Length == 0 || images.Sequences[image] >= 0)
                continue;
            report.Judged();
            var canonical = Canonical(name);
            if (first.TryAdd(canonical, image))
                continue;
            var other = first[canonical];
            if (images.FileNames[other] != name)
                report.Violated(Violation.OfImage(image) with { Other = other });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var (name, other) = (Data.Images.FileNames[violation.Subject], Data.Images.FileNames[violation.Other]);
        return new($"\"{name}\" and \"{other}\" differ only in spelling, and may be one file.")
        {
            Field = new Field(FieldKind.FileName),
            Values = [new DecidingValue("file_name", name), new DecidingValue("other", other)],
            Related = [new(SubjectKind.Image, violation.Other, "the other spelling")],
        };
    }

    static string Canonical(string name)
    {
        if (name.Contains('\\'))
            name = name.Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        if (name.Contains("//", StringComparison.Ordinal))
            name = string.Join('/', name.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormC);
    }
}
