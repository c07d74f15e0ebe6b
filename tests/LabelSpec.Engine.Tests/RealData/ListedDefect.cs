using System.Globalization;
using System.Text.RegularExpressions;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Engine.Tests.RealData;

/// <summary>An entry of the list of defects that lies beside the real files, counted by somebody else.</summary>
/// <param name="Path">The file, or the folder where the entry speaks of many small files.</param>
/// <param name="Name">What the list calls the defect.</param>
/// <param name="Example">Text that names one place: an id, numbers of a box, a path.</param>
public sealed record ListedDefect(string Path, string Name, int Count, string Example)
{
    /// <summary>The id of the annotation that the example names; null where it names something else.</summary>
    public string? ExampleId =>
        IsOf("label_studio") ? First(Example, @"'(\w+)'")
        : IsOfRows ? null
        : First(Example, @"^\(+(\d+)[,)]");

    /// <summary>The line of the row that the example names; null where it names something else.</summary>
    public string? ExampleLine =>
        IsOfRows ? First(Example, @"^\(+(\d+), \[") ?? First(Example, @"\.txt', (\d+)\)") : null;

    bool IsOfRows => IsOf("mot") || IsOf("dota") || IsOf("openimages");

    bool IsOf(string format) => Path.StartsWith(format + "/", StringComparison.Ordinal);

    static string? First(string text, string pattern) =>
        Regex.Match(text, pattern) is { Success: true } match ? match.Groups[1].Value : null;

    public static IEnumerable<ListedDefect> All()
    {
        var format = "";
        foreach (var line in File.ReadLines(Files.PathOf("DEFECTS.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                format = line[3..].Trim();
            // Files that nobody could parse, one a line, without a table.
            if (Regex.Match(line, @"^- (?<path>\S+/\S+): \w+Error\(") is { Success: true } failure)
                yield return new(failure.Groups["path"].Value, "parse-failure", 1, "");
            if (
                !line.StartsWith("| ", StringComparison.Ordinal)
                || !line.Contains("(shared) |", StringComparison.Ordinal)
            )
                continue;
            var cells = line.Trim('|', ' ').Split(" | ", 4);
            var source = cells[0].Replace(" (shared)", "", StringComparison.Ordinal);
            var path = cells[1] == "*" ? $"{format}/{source}" : $"{format}/{source}/{cells[1]}";
            foreach (var entry in cells[3].TrimEnd(' ', '|').Split("<br>"))
            {
                var parts = Regex.Match(entry, @"^\*{0,2}(?<name>.+?): (?<count>\d+)\*{0,2}\s*(?<example>.*)$");
                Assert.True(parts.Success, $"an entry that nobody understands: {entry}");
                yield return new(
                    path,
                    parts.Groups["name"].Value,
                    int.Parse(parts.Groups["count"].Value, CultureInfo.InvariantCulture),
                    parts.Groups["example"].Value
                );
            }
        }
    }
}
