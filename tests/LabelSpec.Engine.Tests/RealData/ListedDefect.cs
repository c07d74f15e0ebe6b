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
    static readonly string[] Formats = ["coco", "cvat", "voc", "yolo", "labelme"];

    /// <summary>The id of the annotation that the example names; null where it names something else.</summary>
    public string? ExampleId =>
        Regex.Match(Example, @"^\(+(\d+)[,)]") is { Success: true } id ? id.Groups[1].Value : null;

    public static IEnumerable<ListedDefect> All()
    {
        var format = "";
        foreach (var line in File.ReadLines(Files.PathOf("DEFECTS.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                format = line[3..].Trim();
            if (!Formats.Contains(format) || !line.Contains("(shared) |", StringComparison.Ordinal))
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
