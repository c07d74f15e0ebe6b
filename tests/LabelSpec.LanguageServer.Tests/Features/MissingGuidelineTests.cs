using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Tests.Features;

/// <summary>A project file whose guideline is not there judges nothing; that is said, and where it is, is found.</summary>
public sealed class MissingGuidelineTests
{
    [Theory]
    [InlineData("spec: guide/main.labelspec", null, null)]
    [InlineData("spec: nope/other.labelspec", "nope/other.labelspec", null)]
    [InlineData("spec: guide/mian.labelspec", "guide/mian.labelspec", "guide/main.labelspec")]
    [InlineData("spec: main.labelspec", "main.labelspec", "guide/main.labelspec")]
    [InlineData("datasets:\n  - path: a.json\n    spec: main.labelspec", "main.labelspec", "guide/main.labelspec")]
    [InlineData("spec:", null, null)]
    public void Guidelines_that_are_not_there_are_reported(string project, string? missing, string? replacement)
    {
        var fixture = Fixture.Parse(
            $"//- /project/guide/main.labelspec\nclass car\n//- /project/labelspec.yaml\n{project}\n"
        );
        var content = fixture.Context<ProjectContent>("/project/labelspec.yaml").Content;

        var found = ProjectFindings.In(fixture.Snapshot, content).Where(problem => problem.Code == "LS2001").ToList();

        if (missing is null)
        {
            Assert.Empty(found);
            return;
        }

        var problem = Assert.Single(found);
        Assert.Equal(missing, content.Text[problem.Range.StartOffset..problem.Range.EndOffset]);
        Assert.Equal(replacement, ProjectRepairs.Of(content.Text, problem)?.Text);
    }
}
