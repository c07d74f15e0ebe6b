using System.Text.RegularExpressions;
using LabelSpec.TestSupport;

namespace LabelSpec.Reach.Tests;

/// <summary>Reads the entries out of <c>rules/*.md</c>.</summary>
public static partial class ReachEntries
{
    public static IReadOnlyList<ReachEntry> All { get; } = Read();

    static List<ReachEntry> Read()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Reach.Tests", "rules");
        var entries = new List<ReachEntry>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in Entry().Matches(text))
            {
                var spec = match.Groups["spec"];
                entries.Add(
                    new ReachEntry(
                        int.Parse(match.Groups["number"].Value),
                        match.Groups["sentence"].Value,
                        match.Groups["sources"].Value,
                        match.Groups["level"].Value,
                        spec.Value,
                        Path.GetFileName(file),
                        text.AsSpan(0, spec.Index).Count('\n') + 1
                    )
                );
            }
        }
        return entries;
    }

    [GeneratedRegex(
        @"^## (?<number>\d+) · (?<sentence>.+)\n\n(?<sources>.+?)\. Level: (?<level>.+)\n\n```labelspec\n(?<spec>[\s\S]*?)^```$",
        RegexOptions.Multiline
    )]
    private static partial Regex Entry();
}
