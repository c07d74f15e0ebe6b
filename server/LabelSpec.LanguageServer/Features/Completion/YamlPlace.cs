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
        var (key, valueStart) = KeyIn(line);
        var flow = line.LastIndexOf('{');
        if (key is not null)
            keys.Add(key);
        if (key is not null && flow >= valueStart)
        {
            var inner = line[(flow + 1)..];
            var (flowKey, start) = KeyIn(inner[(inner.LastIndexOf(',') + 1)..]);
            if (flowKey is not null)
                keys.Add(flowKey);
            AddParents(text, lineStart, indent, keys);
            return new YamlPlace(keys, flowKey is not null && start >= 0, WordBefore(text, offset));
        }

        AddParents(text, lineStart, indent, keys);
        return new YamlPlace(keys, key is not null, WordBefore(text, offset));
    }

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
            if (KeyIn(line).Key is not { } key)
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

    static (string? Key, int ValueStart) KeyIn(string line)
    {
        var trimmed = line.TrimStart(' ', '-');
        var colon = trimmed.IndexOf(':');
        return colon <= 0 || (colon + 1 < trimmed.Length && trimmed[colon + 1] != ' ')
            ? (null, -1)
            : (trimmed[..colon].Trim().Trim('"', '\''), line.Length - trimmed.Length + colon + 1);
    }

    static TextSpan WordBefore(string text, int offset)
    {
        var start = offset;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.' or '/' or '*'))
            start--;
        return TextSpan.FromBounds(start, offset);
    }
}
