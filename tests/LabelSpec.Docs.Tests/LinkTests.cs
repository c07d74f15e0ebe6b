using LabelSpec.TestSupport;

namespace LabelSpec.Docs.Tests;

public sealed class LinkTests
{
    [Fact]
    public void There_are_pages() => Assert.True(MarkdownPage.All.Count > 10);

    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        var broken =
            from page in MarkdownPage.All
            from link in page.Links
            where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')
            let folder = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, page.Path))!
            let target = Path.Combine(folder, link.Split('#')[0])
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{page.Path}: {link}";

        Assert.Equal([], broken);
    }
}
