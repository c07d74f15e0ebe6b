namespace LabelSpec.Annotations.Project;

/// <summary>One name of a glob, between two slashes.</summary>
static class GlobSegment
{
    public static bool HasWildcard(string segment) => segment.AsSpan().ContainsAny('*', '?', '[');

    public static bool SetsAreClosed(string pattern)
    {
        for (var i = pattern.IndexOf('['); i >= 0; i = i + 1 < pattern.Length ? pattern.IndexOf('[', i + 1) : -1)
        {
            i = SetEnd(pattern, i);
            if (i < 0)
                return false;
        }

        return true;
    }

    public static bool IsMatch(string segment, string name)
    {
        int s = 0,
            n = 0,
            star = -1,
            resume = 0;
        while (n < name.Length)
        {
            if (s < segment.Length && segment[s] == '*')
            {
                star = s++;
                resume = n;
            }
            else if (s < segment.Length && MatchesOne(segment, s, name[n], out var next))
            {
                s = next;
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

        while (s < segment.Length && segment[s] == '*')
            s++;
        return s == segment.Length;
    }

    static bool MatchesOne(string segment, int at, char c, out int next)
    {
        next = at + 1;
        if (segment[at] == '?')
            return true;
        if (segment[at] != '[')
            return segment[at] == c;
        var end = SetEnd(segment, at);
        // A slash inside a set has torn it apart; what is left is an ordinary bracket.
        if (end < 0)
            return c == '[';
        next = end + 1;
        var negated = segment[at + 1] is '!' or '^';
        for (var i = negated ? at + 2 : at + 1; i < end; i++)
        {
            var isRange = i + 2 < end && segment[i + 1] == '-';
            if (c >= segment[i] && c <= (isRange ? segment[i + 2] : segment[i]))
                return !negated;
            i += isRange ? 2 : 0;
        }

        return negated;
    }

    // The first character of a set may itself be "]".
    static int SetEnd(string pattern, int start)
    {
        var first = start + 1;
        if (first < pattern.Length && pattern[first] is '!' or '^')
            first++;
        return first + 1 < pattern.Length ? pattern.IndexOf(']', first + 1) : -1;
    }
}
