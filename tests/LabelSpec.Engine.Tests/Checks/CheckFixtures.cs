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
/// guideline or a project file.
/// </summary>
static class CheckFixtures
{
    public static string Folder { get; } =
        Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Engine.Tests", "fixtures", "checks");

    public static string Expected(string code) => Path.Combine(Folder, code, "expected.txt");

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
    static Guideline? GuidelineOf(string code)
    {
        var path = Path.Combine(Folder, code, "guideline.labelspec");
        return File.Exists(path) ? TestGuideline.Bind(File.ReadAllText(path)) : null;
    }

    static ProjectFile? ProjectOf(string code)
    {
        var path = Path.Combine(Folder, code, ProjectFile.FileName);
        return File.Exists(path) ? ProjectFile.Load(File.ReadAllText(path), path).Project : null;
    }

    public static string Show(Finding finding)
    {
        var at = finding.Location;
        return $"{at.Line}:{at.Column}-{at.EndLine}:{at.EndColumn} {finding.Message}";
    }
}
