using System.Text.RegularExpressions;
using LabelSpec.Grammar.Diagnostics;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

public partial class DocumentationTests
{
    static readonly string Docs = Path.Combine(RepositoryFiles.Root, "grammar", "docs");

    public static TheoryData<string> Codes => [.. SyntaxDiagnostics.All.Select(d => d.Code)];

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Docs, "*.md").Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_diagnostic_has_a_page_whose_examples_show_it(string code)
    {
        var descriptor = SyntaxDiagnostics.All.Single(d => d.Code == code);
        var page = File.ReadAllText(Path.Combine(Docs, "diagnostics", $"{code}.md"));

        Assert.StartsWith($"# {code} {descriptor.Title}\n", page);
        Assert.Contains("\n## How to fix it\n", page);
        var wrong = Snippets(page, "wrong");
        Assert.NotEmpty(wrong);
        Assert.All(
            wrong,
            text => Assert.Equal([code], SyntaxTree.Parse(text).Diagnostics.Select(d => d.Code).Distinct())
        );
        Assert.NotEmpty(Snippets(page, "right"));
        Assert.All(Snippets(page, "right"), text => Assert.Empty(SyntaxTree.Parse(text).Diagnostics));
    }

    [Fact]
    public void Every_page_is_about_a_diagnostic()
    {
        var pages = Directory
            .GetFiles(Path.Combine(Docs, "diagnostics"), "*.md")
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(SyntaxDiagnostics.All.Select(d => d.Code).Order(), pages.Order());
    }

    [Fact]
    public void No_code_is_used_twice() =>
        Assert.Equal(SyntaxDiagnostics.All.Count, SyntaxDiagnostics.All.Select(d => d.Code).Distinct().Count());

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_snippet_of_a_page_is_correct(string page)
    {
        var text = File.ReadAllText(Path.Combine(Docs, page));
        foreach (var snippet in Snippets(text, "").Concat(Snippets(text, "apart")))
            Assert.True(
                SyntaxTree.Parse(snippet).Diagnostics.Count == 0,
                $"{snippet}\n{string.Join('\n', SyntaxTree.Parse(snippet).Diagnostics)}"
            );
    }

    static List<string> Snippets(string page, string kind) =>
        [
            .. SnippetPattern()
                .Matches(page)
                .Where(m => m.Groups["kind"].Value.Trim() == kind)
                .Select(m => m.Groups["text"].Value),
        ];

    [GeneratedRegex(
        "^```labelspec(?<kind>[^\\n]*)\\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex SnippetPattern();
}
