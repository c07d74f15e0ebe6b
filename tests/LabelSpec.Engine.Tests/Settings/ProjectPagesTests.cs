using System.Text.RegularExpressions;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Settings;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Settings;

/// <summary>The pages of mistakes in project files show what they say.</summary>
public sealed class ProjectPagesTests
{
    public static TheoryData<string> Codes => [.. ProjectProblemCodes.All];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_has_the_mistake_and_the_right_one_has_none(string code)
    {
        var page = File.ReadAllText(
            Path.Combine(RepositoryFiles.Root, "server/LabelSpec.Annotations/docs/diagnostics", code + ".md")
        );

        Assert.StartsWith($"# {code}: ", page);
        Assert.Contains(code, CodesOf(Block(page, "wrong")));
        Assert.Equal([], CodesOf(Block(page, "right")));
    }

    static IEnumerable<string> CodesOf(string yaml)
    {
        var (project, problems) = ProjectFile.Load(yaml, "labelspec.yaml");
        return problems.Concat(ProjectNames.Check(project, [])).Select(problem => problem.Code).Distinct();
    }

    static string Block(string page, string kind) =>
        Regex.Match(page, $@"```yaml {kind}\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
}
