using LabelSpec.Quality.Comparison;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Comparison;

/// <summary>The catalogue in code and the pages in <c>docs/diagnostics</c> tell the same.</summary>
public class ComparisonPagesTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "server",
        "LabelSpec.Quality",
        "docs",
        "diagnostics"
    );

    [Fact]
    public void Every_code_has_a_page_with_its_title_and_every_page_a_code() =>
        Assert.Equal(
            ComparisonCode.All.Select(code => $"# {code.Code} {code.Title}"),
            Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(file => File.ReadLines(file).First())
        );
}
