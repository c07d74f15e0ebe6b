using System.Text.RegularExpressions;
using LabelSpec.TestSupport;

namespace LabelSpec.Docs.Tests;

/// <summary>A documentation page, reduced to what can be checked: fenced blocks and links.</summary>
public sealed partial record MarkdownPage(string Path, IReadOnlyList<FencedBlock> Blocks, IReadOnlyList<string> Links)
{
    /// <summary>Every page of the repository, by its path from the root.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory
            .EnumerateFiles(RepositoryFiles.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/'))
            .Where(path =>
                !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts" or "fixtures")
            )
            .Order(StringComparer.Ordinal)
            .Select(Load),
    ];

    public static MarkdownPage Load(string path)
    {
        var blocks = new List<FencedBlock>();
        var links = new List<string>();
        var lines = File.ReadAllLines(System.IO.Path.Combine(RepositoryFiles.Root, path));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                links.AddRange(
                    Link().Matches(InlineCode().Replace(lines[i], "")).Select(match => match.Groups[1].Value)
                );
                continue;
            }

            var start = i + 1;
            var info = lines[i].TrimStart()[3..].Trim();
            while (++i < lines.Length && !lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal)) { }
            blocks.Add(new FencedBlock(start, info, lines[start..Math.Min(i, lines.Length)]));
        }

        return new MarkdownPage(path, blocks, links);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
