using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Tests.Support;

namespace LabelSpec.Semantics.Tests;

public class DiagnosticPagesTests
{
    public static TheoryData<string> Codes => [.. SemanticDiagnostics.All.Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_has_the_diagnostic_and_the_right_one_has_not(string code)
    {
        var page = Read(code);

        Assert.StartsWith($"# {code} {SemanticDiagnostics.Find(code)!.Title}\n", page);
        Assert.Contains(code, CodesOf(Block(page, "wrong")));
        Assert.DoesNotContain(code, CodesOf(Block(page, "right")));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_has_no_errors_and_no_warnings(string code)
    {
        var compilation = Compile(Block(Read(code), "right"));

        Assert.DoesNotContain(
            compilation.Diagnostics,
            diagnostic =>
                diagnostic.Severity >= Grammar.Severity.Warning
                // The page of an import cycle needs two files, one of which is the file itself.
                && diagnostic.Code != "LS1103"
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_has_one_cause(string code)
    {
        var compilation = Compile(Block(Read(code), "wrong"));

        Assert.All(
            compilation.Diagnostics.Where(diagnostic => diagnostic.Severity >= Grammar.Severity.Warning),
            diagnostic => Assert.Equal(code, diagnostic.Code)
        );
    }

    [Fact]
    public void Every_page_belongs_to_a_code()
    {
        var pages = Directory
            .GetFiles(Path.Combine(Catalogue.Folder, "diagnostics"))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);

        Assert.Equal(SemanticDiagnostics.All.Select(descriptor => descriptor.Code), pages);
    }

    private static string Read(string code) =>
        File.ReadAllText(Path.Combine(Catalogue.Folder, "diagnostics", code + ".md"));

    private static string Block(string page, string kind)
    {
        var fence = $"```labelspec {kind}\n";
        var start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static Compilation Compile(string text) => Spec.Compile(text, Catalogue.Files, Catalogue.Options);

    private static IEnumerable<string> CodesOf(string text) =>
        Compile(text).Diagnostics.Select(diagnostic => diagnostic.Code);
}
