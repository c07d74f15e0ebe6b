using System.Text.RegularExpressions;
using LabelSpec.Annotations.Problems;
using LabelSpec.Engine.Checks;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>The page that says what decides each known check names every code that there is, and no other.</summary>
public sealed partial class CoverageTests
{
    static readonly string[] Lines = File.ReadAllLines(
        Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.Engine", "docs", "checks-coverage.md")
    );

    [Fact]
    public void Every_check_has_a_row() => Assert.Empty(CheckCatalogue.All.Select(check => check.Code).Except(Named()));

    [Fact]
    public void Every_code_in_the_page_exists() =>
        Assert.Empty(
            Named()
                .Except(CheckCatalogue.All.Select(check => check.Code))
                .Except(ProblemKinds.All.Select(kind => kind.Code))
        );

    [Fact]
    public void Every_row_says_what_decides() =>
        Assert.All(
            Lines.Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)
            ),
            line => Assert.Equal(2, line.Trim('|').Split(" | ").Count(cell => cell.Trim().Length > 0))
        );

    static IEnumerable<string> Named() =>
        Lines.SelectMany(line => Code().Matches(line)).Select(match => match.Value).Distinct();

    [GeneratedRegex("LS[0-9]{4}")]
    private static partial Regex Code();
}
