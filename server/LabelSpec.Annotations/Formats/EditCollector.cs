using System.Collections.Immutable;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats;

/// <summary>
/// Plans changes one by one and keeps those whose edits go together: removals come first, then the order of the changes.
/// What lies in something that is removed, or edits a place that another change edits, is refused.
/// </summary>
static class EditCollector
{
    /// <summary>Adds the edits of a change, or returns the reason why there can be none.</summary>
    public delegate string? Planner(Dataset dataset, ElementChange change, ImmutableArray<ByteEdit>.Builder edits);

    readonly record struct Planned(ByteEdit Edit, int Change);

    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes, Planner planner)
    {
        var planned = new List<Planned>();
        var reasons = new string?[changes.Count];
        var edits = ImmutableArray.CreateBuilder<ByteEdit>();
        for (var i = 0; i < changes.Count; i++)
        {
            edits.Clear();
            reasons[i] = changes[i].Impossible ?? planner(dataset, changes[i], edits);
            if (reasons[i] is null)
                foreach (var edit in edits)
                    planned.Add(new(edit, i));
        }

        planned.Sort(ByPlace);
        RefuseConflicts(planned, changes, reasons);
        return new(
            [.. planned.Where(p => reasons[p.Change] is null).Select(p => p.Edit)],
            [
                .. changes
                    .Select((change, i) => new RefusedChange(change, reasons[i] ?? ""))
                    .Where(refused => refused.Reason.Length > 0 && refused.Reason != Covered),
            ]
        );
    }

    /// <summary>A removal inside another removal needs no edit of its own and is no refusal.</summary>
    const string Covered = "\0";

    static int ByPlace(Planned a, Planned b)
    {
        var order = a.Edit.File.CompareTo(b.Edit.File);
        order = order != 0 ? order : a.Edit.Start.CompareTo(b.Edit.Start);
        // Where one begins where another does, the longer one is met first; insertions keep the order of the changes.
        order = order != 0 ? order : b.Edit.End.CompareTo(a.Edit.End);
        return order != 0 ? order : a.Change.CompareTo(b.Change);
    }

    static void RefuseConflicts(List<Planned> planned, IReadOnlyList<ElementChange> changes, string?[] reasons)
    {
        Planned? last = null;
        foreach (var next in planned)
        {
            if (reasons[next.Change] is not null)
                continue;
            if (last is not { } previous || reasons[previous.Change] is not null || !Overlap(previous.Edit, next.Edit))
                last = next;
            else if (IsRemoval(changes[next.Change]) && !IsRemoval(changes[previous.Change]))
            {
                reasons[previous.Change] = "another change removes it";
                last = next;
            }
            else if (IsRemoval(changes[previous.Change]))
                reasons[next.Change] = IsRemoval(changes[next.Change]) ? Covered : "another change removes it";
            else if (next.Change < previous.Change)
            {
                reasons[previous.Change] = "another change edits the same place";
                last = next;
            }
            else
                reasons[next.Change] = "another change edits the same place";
        }
    }

    static bool IsRemoval(ElementChange change) => change is ElementChange.Remove;

    static bool Overlap(ByteEdit a, ByteEdit b) =>
        a.File == b.File
        && ((a.Start < b.End && b.Start < a.End) || (a.Start == b.Start && a.End == b.End && a.End > a.Start));
}
