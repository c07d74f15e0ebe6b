using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Where in the mappings of a YAML text an offset is, told by indentation: it holds for broken texts too.</summary>
/// <param name="Keys">The keys around it, the outermost first; with <paramref name="InValue"/> the key of the value last.</param>
/// <param name="Typed">The word at the cursor.</param>
sealed record YamlPlace(IReadOnlyList<string> Keys, bool InValue, TextSpan Typed)
{
    public static YamlPlace At(string text, int offset)
    {
        var lineStart = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var line = text[lineStart..offset];
        var keys = new List<string>();
        var indent = IndentOf(line);
        if (BraceIn(line) is >= 0 and var brace)
        {
            if (KeyIn(line[..brace]) is { } outer)
                keys.Add(outer);
            var inner = line[(brace + 1)..];
            var flowKey = KeyIn(inner[(inner.LastIndexOf(',') + 1)..]);
            if (flowKey is not null)
                keys.Add(flowKey);
            AddParents(text, lineStart, indent, keys);
            return new YamlPlace(keys, flowKey is not null, WordBefore(text, offset));
        }

        var key = KeyIn(line);
        if (key is not null)
            keys.Add(key);
        AddParents(text, lineStart, indent, keys);
        return new YamlPlace(keys, key is not null, WordBefore(text, offset));
    }

    /// <summary>The other keys of the mapping around an offset, in the lines above and below or before it between braces.</summary>
    public static IReadOnlySet<string> KeysBeside(string text, int offset)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        var at = text.AsSpan(0, offset).Count('\n');
        var line = text[(offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1)..offset];
        if (BraceIn(line) is >= 0 and var brace)
        {
            foreach (var part in line[(brace + 1)..].Split(',')[..^1])
                Add(part);
            return keys;
        }

        var indent = IndentOf(line);
        // With its dash an item begins: what is above belongs to another one.
        var begins = OuterIndentOf(line) < indent;
        for (var above = at - 1; above >= 0 && !begins; above--)
        {
            if (IsEmpty(lines[above]) || IndentOf(lines[above]) > indent)
                continue;
            if (IndentOf(lines[above]) < indent)
                break;
            Add(lines[above]);
            begins = OuterIndentOf(lines[above]) < indent;
        }

        foreach (var below in lines.Skip(at + 1).Where(below => !IsEmpty(below)))
            if (OuterIndentOf(below) < indent)
                break;
            else if (IndentOf(below) == indent)
                Add(below);
        return keys;

        void Add(string part)
        {
            if (KeyIn(part) is { } key)
                keys.Add(key);
        }
    }

    /// <summary>The last brace that opens and is not closed; −1 where there is none.</summary>
    static int BraceIn(string line) =>
        line.LastIndexOf('{') is >= 0 and var brace && line.IndexOf('}', brace) < 0 ? brace : -1;

    static bool IsEmpty(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    static void AddParents(string text, int lineStart, int indent, List<string> keys)
    {
        var at = lineStart;
        while (at > 0 && indent > 0)
        {
            var start = at >= 2 ? text.LastIndexOf('\n', at - 2) + 1 : 0;
            var line = text[start..(at - 1)];
            at = start;
            if (line.Trim().Length == 0 || line.TrimStart().StartsWith('#') || OuterIndentOf(line) >= indent)
                continue;
            if (KeyIn(line) is not { } key)
                continue;
            indent = IndentOf(line) >= indent ? OuterIndentOf(line) : IndentOf(line);
            keys.Insert(0, key);
            if (line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            {
                // A sibling key of the same item is no parent.
                if (IndentOf(line) >= indent + 2)
                    keys.RemoveAt(0);
                indent = OuterIndentOf(line) + 1;
            }
        }
    }

    /// <summary>The column of the first key, behind the dash of an item.</summary>
    static int IndentOf(string line)
    {
        var indent = OuterIndentOf(line);
        while (line.AsSpan(indent).StartsWith("- "))
            indent += 2;
        return indent;
    }

    static int OuterIndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    static string? KeyIn(string line)
    {
        var trimmed = line.TrimStart(' ', '-');
        var colon = trimmed.IndexOf(':');
        return colon <= 0 || (colon + 1 < trimmed.Length && trimmed[colon + 1] != ' ')
            ? null
            : trimmed[..colon].Trim().Trim('"', '\'');
    }

    static TextSpan WordBefore(string text, int offset)
    {
        var start = offset;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.' or '/' or '*'))
            start--;
        return TextSpan.FromBounds(start, offset);
    }
}
