using LabelSpec.Quality.Problems;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Problems;

/// <summary>The catalogue in code and the pages in <c>docs/diagnostics</c> tell the same.</summary>
public class ScoreProblemPagesTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "server",
        "LabelSpec.Quality",
        "docs",
        "diagnostics"
    );

    [Fact]
    public void Every_kind_of_problem_has_its_page_with_title_and_severity()
    {
        foreach (var kind in ScoreProblems.All)
        {
            var page = File.ReadAllLines(Path.Combine(Folder, $"{kind.Code}.md"));

            Assert.Equal($"# {kind.Code}: {kind.Title}", page[0]);
            Assert.Equal($"Severity: {kind.Severity.ToString().ToLowerInvariant()}", page[2]);
            Assert.True(page[4].Length > 20, $"{kind.Code} says nothing");
            Assert.Contains("## What to do", page);
        }
    }

    [Fact]
    public void Codes_are_in_order_and_none_is_used_twice() =>
        Assert.Equal(
            ScoreProblems.All.Select(kind => kind.Code).Distinct().Order(StringComparer.Ordinal),
            ScoreProblems.All.Select(kind => kind.Code)
        );
}
