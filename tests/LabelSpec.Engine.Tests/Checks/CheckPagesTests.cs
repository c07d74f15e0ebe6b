using System.Globalization;
using LabelSpec.Engine.Checks;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public class CheckPagesTests
{
    static readonly string Folder = Path.Combine(
        RepositoryFiles.Root,
        "server",
        "LabelSpec.Engine",
        "docs",
        "diagnostics"
    );

    public static TheoryData<string> Codes => [.. CheckCatalogue.All.Select(check => check.Code)];

    [Fact]
    public void Every_page_belongs_to_a_check() =>
        Assert.Equal(
            CheckCatalogue.All.Select(check => check.Code),
            Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Codes_and_names_are_used_once_and_in_order()
    {
        var codes = CheckCatalogue.All.Select(check => check.Code).ToArray();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Distinct(CheckCatalogue.All.Select(check => check.Code));
        Assert.Distinct(CheckCatalogue.All.Select(check => check.Name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_the_fixed_form_and_says_what_the_catalogue_says(string code)
    {
        var check = CheckCatalogue.Find(code)!;
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{code}.md"));

        Assert.Equal($"# {code} {check.Title}", lines[0]);
        Assert.Equal(
            ["What it finds", "Why it matters", "Example", "How to fix", "Configure"],
            lines
                .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
                .Select(line => line[3..])
                .Where(title => title != "Conventions")
        );
        Assert.Contains($"Severity: {check.Severity.ToString().ToLowerInvariant()}. Name: `{check.Name}`.", lines);
        Assert.Equal(
            check.Parameters.Select(one => $"| `{one.Name}` | {Show(one)} | {one.Meaning} |"),
            lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        );
    }

    static string Show(CheckParameter parameter) =>
        parameter.Unit == "%"
            ? (parameter.Default * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%"
            : parameter.Default.ToString("0.####", CultureInfo.InvariantCulture) + parameter.Unit;
}
