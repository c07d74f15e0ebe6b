using System.Collections.Immutable;
using System.Text;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Engine.Violations;
using LabelSpec.Reports;
using LabelSpec.Reports.Pictures;

namespace LabelSpec.Cli.Testing;

/// <summary>Draws the scenes of a guideline's tests, one file each, numbered in the order of the guideline.</summary>
static class ScenePictures
{
    const int LongestName = 60;

    public static void Write(SpecTestReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        for (var index = 0; index < report.Results.Length; index++)
        {
            var result = report.Results[index];
            var name = $"{index + 1:D3}-{FileNameOf(result.Test.Name)}.png";
            ReplacedFile.Write(Path.Combine(folder, name), stream => stream.Write(PictureOf(result).ToPng()));
        }
    }

    static Picture PictureOf(SpecTestResult result)
    {
        ImmutableArray<PictureNote> notes =
        [
            .. result.Found.Select(finding => new PictureNote(
                Printable.Of($"{finding.Rule}: {finding.Message}"),
                false
            )),
            .. result.Failures.Select(failure => new PictureNote(Printable.Of($"failed: {failure.Message}"), true)),
        ];
        return ScenePicture.Of(TestText.NameOf(result.Test), result.Test.Scene, AnnotationsOf(result), notes);
    }

    static HashSet<int> AnnotationsOf(SpecTestResult result) =>
        [
            .. result
                .Found.Where(finding => finding.Kind is SubjectKind.Annotation or SubjectKind.Track)
                .SelectMany(finding => (int[])[finding.Subject, finding.Other])
                .Where(annotation => annotation >= 0),
        ];

    static string FileNameOf(string test)
    {
        var name = new StringBuilder();
        foreach (var character in test.Take(LongestName))
            name.Append(char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-');
        return name.ToString().Trim('-');
    }
}
