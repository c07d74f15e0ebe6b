using System.Text.Json;
using LabelSpec.Grammar;

namespace LabelSpec.Docs.Tests;

/// <summary>
/// Snippets of pages that no other test compiles. Pages of diagnostics show mistakes on purpose; their own tests compile
/// each wrong and right example.
/// </summary>
public sealed class SnippetTests
{
    static IEnumerable<(MarkdownPage Page, FencedBlock Block)> Blocks(string language) =>
        from page in MarkdownPage.All
        where !page.Path.Contains("/diagnostics/", StringComparison.Ordinal)
        from block in page.Blocks
        where block.Info == language
        select (page, block);

    [Fact]
    public void Guidelines_have_no_syntax_errors()
    {
        var wrong =
            from snippet in Blocks("labelspec")
            from diagnostic in SyntaxTree.Parse(string.Join('\n', snippet.Block.Lines)).Diagnostics
            select $"{snippet.Page.Path}:{snippet.Block.Line} {diagnostic}";

        Assert.NotEmpty(Blocks("labelspec"));
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Json_is_json()
    {
        var wrong = Blocks("json").Where(snippet => !IsJson(string.Join('\n', snippet.Block.Lines)));

        Assert.Equal([], wrong.Select(snippet => $"{snippet.Page.Path}:{snippet.Block.Line}"));
    }

    static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
