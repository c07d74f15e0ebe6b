using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Brings violations into the order in which they are reported: by file, by the position of the element, by rule. Rows
/// and numbers break ties, so that the order does not depend on which worker found what.
/// </summary>
static class ViolationOrder
{
    public static Violation[] Sort(IReadOnlyCollection<Violation> violations, Places places)
    {
        var sorted = violations.ToArray();
        var keys = new Key[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
            keys[i] = new(places.SpanOf(sorted[i].Kind, sorted[i].Subject), sorted[i]);
        var (start, end) = LongestRun(keys);
        if (end - start < sorted.Length / 2)
            Array.Sort(keys, sorted);
        else
            Merge(keys, sorted, start, end);
        return sorted;
    }

    /// <summary>After an edit, nearly all violations are taken over in their order: the longest stretch that is in order.</summary>
    static (int Start, int End) LongestRun(Key[] keys)
    {
        var (start, longest) = (0, (Start: 0, End: 0));
        for (var i = 1; i <= keys.Length; i++)
        {
            if (i < keys.Length && keys[i - 1].CompareTo(keys[i]) <= 0)
                continue;
            if (i - start > longest.End - longest.Start)
                longest = (start, i);
            start = i;
        }

        return longest;
    }

    /// <summary>Sorts only what is not in a stretch that is in order.</summary>
    static void Merge(Key[] keys, Violation[] violations, int start, int end)
    {
        if (end - start == keys.Length)
            return;
        Key[] fewKeys = [.. keys[..start], .. keys[end..]];
        Violation[] few = [.. violations[..start], .. violations[end..]];
        Array.Sort(fewKeys, few);
        var run = violations[start..end];
        for (var (at, i, j) = (0, 0, 0); at < violations.Length; at++)
            violations[at] =
                j == few.Length || (i < run.Length && keys[start + i].CompareTo(fewKeys[j]) <= 0) ? run[i++] : few[j++];
    }

    readonly struct Key(Annotations.Sources.SourceSpan span, Violation violation) : IComparable<Key>
    {
        readonly int file = span.File;
        readonly long start = span.Start;
        readonly Violation violation = violation;

        public int CompareTo(Key other)
        {
            var order = file.CompareTo(other.file);
            if (order == 0)
                order = start.CompareTo(other.start);
            if (order == 0)
                order = violation.Source.CompareTo(other.violation.Source);
            if (order == 0)
                order = violation.Kind.CompareTo(other.violation.Kind);
            if (order == 0)
                order = violation.Subject.CompareTo(other.violation.Subject);
            if (order == 0)
                order = violation.Other.CompareTo(other.violation.Other);
            if (order == 0)
                order = violation.Detail.CompareTo(other.violation.Detail);
            if (order == 0)
                order = violation.Value.CompareTo(other.violation.Value);
            return order == 0 ? violation.Limit.CompareTo(other.violation.Limit) : order;
        }
    }
}
