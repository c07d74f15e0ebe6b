using LabelSpec.Annotations.Formats.Json.Edits;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Turns changes into edits of the JSON text.</summary>
static class CocoEditor
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes)
    {
        if (changes is [ElementChange.Remove { Element: var element }])
            return new EditPlan([.. Removals(dataset, [dataset.SpanOf(element)])], []);
        var refused = new List<RefusedChange>();
        var removed = changes.OfType<ElementChange.Remove>().Select(change => change.Element).ToHashSet();
        var edits = removed
            .Select(dataset.SpanOf)
            .GroupBy(span => span.File)
            .SelectMany(spans => Removals(dataset, [.. spans.OrderBy(span => span.Start)]))
            .ToList();
        foreach (var change in changes)
        {
            if (change is ElementChange.Remove)
                continue;
            if (removed.Contains(change.Element))
                refused.Add(new(change, "another change removes it"));
            else if (CocoChange.TryEdit(dataset, change, out var made, out var reason))
                Take(edits, made, change, refused);
            else
                refused.Add(new(change, reason));
        }
        return new EditPlan([.. edits.OrderBy(edit => edit.File).ThenBy(edit => edit.Start)], [.. refused]);
    }

    /// <summary>Edits that take elements of one file, in order, out of it.</summary>
    static IEnumerable<ByteEdit> Removals(Dataset dataset, IReadOnlyList<Sources.SourceSpan> elements) =>
        JsonRemoval.Edits(dataset.Files[elements[0].File].Bytes, elements);

    /// <summary>Adds edits unless one of them touches what another change edits already.</summary>
    static void Take(List<ByteEdit> edits, List<ByteEdit> made, ElementChange change, List<RefusedChange> refused)
    {
        if (made.Exists(edit => edits.Exists(other => Overlap(edit, other))))
        {
            refused.Add(new(change, "another change edits the same place"));
            return;
        }
        foreach (var edit in made)
        {
            // Two members that are added to one object come one after the other.
            var same = edits.FindIndex(other => other.File == edit.File && IsInsertionAt(other, edit.Start));
            if (same >= 0 && IsInsertionAt(edit, edit.Start))
                edits[same] = edits[same] with { Text = edits[same].Text + edit.Text };
            else
                edits.Add(edit);
        }
    }

    static bool Overlap(ByteEdit a, ByteEdit b)
    {
        if (a.File != b.File)
            return false;
        if (IsInsertionAt(a, a.Start) && IsInsertionAt(b, a.Start))
            // Only members behind others begin with their comma and can be joined, and no key may come twice.
            return !a.Text.StartsWith(',')
                || b.Text.Contains(
                    a.Text[..(a.Text.IndexOf("\":", StringComparison.Ordinal) + 2)],
                    StringComparison.Ordinal
                );
        return a.Start < b.End && b.Start < a.End;
    }

    static bool IsInsertionAt(ByteEdit edit, long place) => edit.Start == place && edit.End == place;
}
