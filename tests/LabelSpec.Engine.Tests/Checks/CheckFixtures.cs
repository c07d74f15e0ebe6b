using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>
/// The fixtures of a check: <c>fixtures/checks/CODE</c> holds a file or folder that violates it, one that does not, and
/// what is expected of the first: <c>LINE:COLUMN-ENDLINE:ENDCOLUMN MESSAGE</c>, a line for each finding. Some have a
/// guideline or a project file, and some a <c>border</c>: data that only a changed setting judges otherwise.
/// </summary>
static class CheckFixtures
{
    public static string Folder { get; } =
        Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Engine.Tests", "fixtures", "checks");

    public static string Expected(string code) => PathOf(code, "expected.txt");

    public static string PathOf(string code, string name) => Path.Combine(Folder, code, name);

    /// <summary>The text of a file beside the fixtures; null where there is none.</summary>
    public static string? TextOf(string code, string name) =>
        File.Exists(PathOf(code, name)) ? File.ReadAllText(PathOf(code, name)) : null;

    /// <summary>What there is to judge.</summary>
    public static IEnumerable<string> NamesOf(string code) =>
        ((string[])["violating", "clean", "border"]).Where(name =>
            Directory.EnumerateFileSystemEntries(Path.Combine(Folder, code), $"{name}*").Any()
        );

    public static Dataset Read(string code, string name)
    {
        var folder = Path.Combine(Folder, code, name);
        return DatasetReader.Read([
            Directory.Exists(folder)
                ? folder
                : Directory.EnumerateFiles(Path.Combine(Folder, code), $"{name}.*").Single(),
        ]);
    }

    public static IEnumerable<Finding> FindingsOf(string code, string name) =>
        Analysis
            .Run(
                new AnalysisRequest(Read(code, name))
                {
                    Guideline = GuidelineOf(code),
                    Project = ProjectOf(code),
                    Pictures = new PictureCache(SkiaPictureReader.Instance),
                }
            )
            .Findings.Where(finding => finding.Rule == code);

    /// <summary>The guideline beside the fixtures; null where the check needs none.</summary>
    static Guideline? GuidelineOf(string code) =>
        TextOf(code, "guideline.labelspec") is { } text ? TestGuideline.Bind(text) : null;

    static ProjectFile? ProjectOf(string code) =>
        TextOf(code, ProjectFile.FileName) is { } text
            ? ProjectFile.Load(text, PathOf(code, ProjectFile.FileName)).Project
            : null;

    public static string Show(Finding finding)
    {
        var at = finding.Location;
        return $"{at.Line}:{at.Column}-{at.EndLine}:{at.EndColumn} {finding.Message}";
    }
}
