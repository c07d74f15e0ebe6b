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
        Array.Sort(keys, sorted);
        return sorted;
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
