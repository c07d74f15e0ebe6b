using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Engine.Tests.Settings;

public sealed class ProjectNamesTests
{
    [Theory]
    [InlineData("severity: { LS3999: off }", "LS2911", 13, null)]
    [InlineData("severity: { box_outsid: off }", "LS2911", 13, "box_outside")]
    [InlineData("severity: { one_clas: off }", "LS2911", 13, "one_class")]
    [InlineData("checks: { near_duplicat: off }", "LS2911", 11, "near_duplicate")]
    [InlineData("checks: { one_class: off }", "LS2911", 11, null)]
    [InlineData("checks: { LS3602: { iuo: 95% } }", "LS2912", 21, "iou")]
    [InlineData("checks: { LS3204: { tolerance: 1px } }", "LS2912", 21, null)]
    [InlineData("checks: { LS2105: { tolerance: 1px } }", "LS2912", 21, null)]
    [InlineData("checks: { LS3602: { iou: much } }", "LS2903", 26, null)]
    [InlineData("waive: { rule: LS320, because: b, until: 2027-01-31 }", "LS2911", 16, "LS3203")]
    public void A_name_that_nobody_has_is_reported_where_it_stands(string yaml, string code, int column, string? meant)
    {
        var problem = Assert.Single(Check(yaml, ["one_class"]));

        Assert.Equal((code, 1, column), (problem.Code, problem.Range.StartLine, problem.Range.StartColumn));
        if (code == "LS2911" && meant == "LS3203")
            Assert.StartsWith("LS3", problem.Replacement);
        else
            Assert.Equal(meant, NameLike(problem.Replacement) ? problem.Replacement : null);
    }

    [Theory]
    [InlineData("severity: { one_class: off, LS3203: info, box_outside: off, LS2105: warning }")]
    [InlineData("checks: { LS3602: { iou: 95%, severity: info }, box_outside: off, LS2105: { severity: off } }")]
    [InlineData("waive: { rule: one_class, because: b, until: 2027-01-31 }")]
    public void Names_of_rules_and_checks_are_known(string yaml) => Assert.Empty(Check(yaml, ["one_class"]));

    [Fact]
    public void Without_the_rules_only_what_looks_like_a_code_is_judged()
    {
        Assert.Empty(Check("severity: { one_class: off }", null));
        Assert.Single(Check("severity: { LS3999: off }", null));
    }

    // A code is near to many codes; which one is offered matters only for names.
    static bool NameLike(string? replacement) => replacement?.StartsWith("LS", StringComparison.Ordinal) == false;

    static IEnumerable<ProjectProblem> Check(string yaml, string[]? rules)
    {
        var (project, problems) = ProjectFile.Load(yaml, "labelspec.yaml");
        Assert.Empty(problems);
        return ProjectNames.Check(project, rules);
    }
}
