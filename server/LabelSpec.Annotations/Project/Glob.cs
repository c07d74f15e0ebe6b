using System.Diagnostics.CodeAnalysis;

namespace LabelSpec.Annotations.Project;

/// <summary>
/// A file pattern over paths with slashes: <c>*</c> is any text within one name, <c>**</c> any number of folders,
/// <c>?</c> one character, <c>[a-z]</c> and <c>[!a-z]</c> a set, <c>{a,b}</c> alternatives (not nested). A pattern that
/// ends in <c>/**</c> names everything below the folder. Letter case counts. Matching takes at most the product of the
/// two lengths.
/// </summary>
public sealed class Glob
{
    const int MaxAlternatives = 256;

    readonly string[][] alternatives;

    Glob(string pattern, string[][] alternatives) => (Pattern, this.alternatives) = (pattern, alternatives);

    public string Pattern { get; }

    /// <summary>It has no wildcards and names one file or folder.</summary>
    public bool IsLiteral =>
        alternatives.Length == 1 && alternatives[0].All(segment => !GlobSegment.HasWildcard(segment));

    /// <summary>The folder below which every match lies: the segments before the first wildcard; may be empty.</summary>
    public string LiteralFolder
    {
        get
        {
            var segments = alternatives[0].Take(LiteralSegments);
            return Pattern.StartsWith('/') ? "/" + string.Join('/', segments.Skip(1)) : string.Join('/', segments);
        }
    }

    /// <summary>How many folders below <see cref="LiteralFolder"/> a match may lie; null without bound.</summary>
    internal int? MaxDepth =>
        alternatives.Any(segments => segments.Contains("**"))
            ? null
            : alternatives.Max(segments => segments.Length) - 1 - LiteralSegments;

    // What all alternatives begin with: a search must not begin at the root because of braces at the end.
    int LiteralSegments
    {
        get
        {
            var first = alternatives[0];
            var most = alternatives.Min(segments => segments.Length) - 1;
            var count = 0;
            while (
                count < most
                && !GlobSegment.HasWildcard(first[count])
                && alternatives.All(segments => segments[count] == first[count])
            )
                count++;
            return count;
        }
    }

    /// <param name="pattern">The pattern's text.</param>
    /// <param name="glob">The pattern.</param>
    /// <param name="error">What is wrong with it.</param>
    public static bool TryParse(
        string pattern,
        [NotNullWhen(true)] out Glob? glob,
        [NotNullWhen(false)] out string? error
    )
    {
        glob = null;
        var normal = Normalize(pattern);
        error =
            normal.Length == 0 ? "Nothing is named"
            : !GlobSegment.SetsAreClosed(normal) ? "A \"[\" is not closed"
            : null;
        if (error is not null)
            return false;
        if (Expand(normal) is not { } expanded)
        {
            error = $"A \"{{\" is not closed, or there are nested or more than {MaxAlternatives} alternatives";
            return false;
        }

        var segments = expanded.Select(text => text.Split('/', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (normal.StartsWith('/'))
            segments = [.. segments.Select(rooted => (string[])["/", .. rooted])];
        glob = new(normal, segments);
        error = null;
        return true;
    }

    /// <param name="path">A path with slashes, relative to where the pattern is.</param>
    public bool IsMatch(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.StartsWith('/'))
            names = ["/", .. names];
        return alternatives.Any(segments => IsMatch(segments, names));
    }

    internal bool IsFolderOf(string path)
    {
        var folder = string.Join('/', alternatives[0]);
        return folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal);
    }

    static string Normalize(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        while (normal.StartsWith("./", StringComparison.Ordinal))
            normal = normal[2..];
        return normal;
    }

    // Greedy with one point of return: a later ** makes every earlier one irrelevant.
    static bool IsMatch(string[] segments, string[] names)
    {
        int s = 0,
            n = 0,
            star = -1,
            resume = 0;
        while (n < names.Length)
        {
            if (s < segments.Length && segments[s] == "**")
            {
                star = s++;
                resume = n;
            }
            else if (s < segments.Length && GlobSegment.IsMatch(segments[s], names[n]))
            {
                s++;
                n++;
            }
            else if (star >= 0)
            {
                s = star + 1;
                n = ++resume;
            }
            else
                return false;
        }

        // A final ** that is still open stands for nothing: the folder itself is not below the folder.
        return s == segments.Length;
    }

    static List<string>? Expand(string pattern)
    {
        List<string> results = [""];
        for (var i = 0; i < pattern.Length; )
        {
            if (pattern[i] != '{')
            {
                var end = pattern.IndexOf('{', i);
                var literal = end < 0 ? pattern[i..] : pattern[i..end];
                results = [.. results.Select(text => text + literal)];
                i += literal.Length;
                continue;
            }

            var close = pattern.IndexOf('}', i);
            if (close < 0 || pattern.IndexOf('{', i + 1, close - i - 1) >= 0)
                return null;
            var choices = pattern[(i + 1)..close].Split(',');
            if (results.Count * choices.Length > MaxAlternatives)
                return null;
            results = [.. results.SelectMany(text => choices.Select(choice => text + choice))];
            i = close + 1;
        }

        return results;
    }
}
