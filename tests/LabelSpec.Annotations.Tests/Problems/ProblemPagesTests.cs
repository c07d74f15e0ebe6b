using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Problems;

/// <summary>The catalogue in code and the pages in <c>docs/diagnostics</c> tell the same.</summary>
public class ProblemPagesTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "server",
        "LabelSpec.Annotations",
        "docs",
        "diagnostics"
    );

    [Fact]
    public void Every_kind_of_problem_has_its_page_with_title_and_severity()
    {
        foreach (var kind in ProblemKinds.All)
        {
            var page = File.ReadAllLines(Path.Combine(Folder, $"{kind.Code}.md"));

            Assert.Equal($"# {kind.Code}: {kind.Title}", page[0]);
            Assert.Equal($"Severity: {kind.Severity.ToString().ToLowerInvariant()}", page[2]);
            Assert.True(page[4].Length > 20, $"{kind.Code} says nothing");
            Assert.Contains(page, line => line.StartsWith("```", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_page_belongs_to_a_kind_of_problem()
    {
        var codes = ProblemKinds.All.Select(kind => kind.Code).Concat(ProjectProblemCodes.All).ToHashSet();

        Assert.All(Directory.GetFiles(Folder), page => Assert.Contains(Path.GetFileNameWithoutExtension(page), codes));
    }

    [Fact]
    public void Codes_are_in_order_and_none_is_used_twice() =>
        Assert.Equal(
            ProblemKinds.All.Select(kind => kind.Code).Distinct().Order(StringComparer.Ordinal),
            ProblemKinds.All.Select(kind => kind.Code)
        );

    [Fact]
    public void A_code_is_found_in_the_catalogue()
    {
        Assert.Equal("LS2005", ProblemKinds.Find("LS2005")!.Code);
        Assert.Null(ProblemKinds.Find("LS2000"));
    }
}
