using System.Text;

namespace LabelSpec.Engine.Tests.Fixes;

/// <summary>Applies a unified diff as the <c>patch</c> program does, without its leniency.</summary>
static class Patch
{
    public static string Apply(string text, string diff)
    {
        var old = Lines(text);
        var result = new StringBuilder();
        var at = 0;
        var lines = diff.Split('\n');
        for (var i = 2; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var range = line.Split(' ')[1][1..].Split(',');
                var first = int.Parse(range[0]) - (range.Length > 1 && range[1] == "0" ? 0 : 1);
                while (at < first)
                    result.Append(old[at++]);
            }
            else if (line.Length > 0 && line[0] is ' ' or '-' or '+')
            {
                var ends = i + 1 < lines.Length && lines[i + 1].StartsWith('\\') ? "" : "\n";
                var content = line[1..] + ends;
                if (line[0] != '+')
                    Assert.Equal(old[at++], content);
                if (line[0] != '-')
                    result.Append(content);
            }
        }

        while (at < old.Count)
            result.Append(old[at++]);
        return result.ToString();
    }

    static List<string> Lines(string text)
    {
        var lines = new List<string>();
        while (text.Length > 0)
        {
            var end = text.IndexOf('\n') + 1;
            if (end == 0)
                end = text.Length;
            lines.Add(text[..end]);
            text = text[end..];
        }

        return lines;
    }
}
