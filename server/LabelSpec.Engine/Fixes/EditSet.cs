using System.Collections.Immutable;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>
/// Edits of many fixes that can be made in one go. A fix is taken whole or not at all: it is refused when one of its
/// edits overlaps an edit that was taken before, so the order of offering decides, and nothing else does.
/// </summary>
public sealed class EditSet
{
    readonly SortedDictionary<string, SortedSet<FileEdit>> files = new(StringComparer.Ordinal);

    /// <summary>The files with edits, in order of path.</summary>
    public IEnumerable<string> Files => files.Keys;

    public bool IsEmpty => files.Count == 0;

    /// <summary>The edits of one file, from its beginning to its end.</summary>
    public ImmutableArray<FileEdit> EditsOf(string file) => files.TryGetValue(file, out var edits) ? [.. edits] : [];

    /// <summary>Takes a fix, unless an edit of it conflicts. An edit that is there already is no conflict.</summary>
    public bool TryAdd(Fix fix)
    {
        foreach (var edit in fix.Edits)
            if (edit.Start > edit.End || edit.Start < 0 || Conflicts(edit))
                return false;
        foreach (var edit in fix.Edits)
        {
            if (!files.TryGetValue(edit.File, out var edits))
                files.Add(edit.File, edits = new(ByPosition.Order));
            edits.Add(edit);
        }

        return true;
    }

    bool Conflicts(FileEdit edit)
    {
        if (!files.TryGetValue(edit.File, out var edits) || edits.Contains(edit))
            return false;
        // Taken edits lie apart, so that only the neighbours can overlap.
        var before = edits.GetViewBetween(ByPosition.First, edit).Max;
        var behind = edits.GetViewBetween(edit, ByPosition.Last).Min;
        return (before is not null && Overlap(before, edit)) || (behind is not null && Overlap(edit, behind));
    }

    // Two insertions at one place have no natural order, and an insertion at an edge of a replaced range has none either.
    static bool Overlap(FileEdit first, FileEdit second) =>
        second.Start < first.End
        || (second.Start == first.End && (first.Start == first.End || second.Start == second.End));

    sealed class ByPosition : IComparer<FileEdit>
    {
        public static readonly ByPosition Order = new();
        public static readonly FileEdit First = new("", long.MinValue, long.MinValue, "");
        public static readonly FileEdit Last = new("", long.MaxValue, long.MaxValue, "");

        public int Compare(FileEdit? x, FileEdit? y)
        {
            if (x is null || y is null)
                return (x is null ? 0 : 1) - (y is null ? 0 : 1);
            var byStart = x.Start.CompareTo(y.Start);
            if (byStart != 0)
                return byStart;
            var byEnd = x.End.CompareTo(y.End);
            return byEnd != 0 ? byEnd : string.CompareOrdinal(x.Text, y.Text);
        }
    }
}
