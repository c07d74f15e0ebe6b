using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats;

/// <summary>Hands changes to the formats of their files and joins the answers.</summary>
static class EditPlanner
{
    public static EditPlan Plan(Dataset dataset, IReadOnlyList<ElementChange> changes)
    {
        var refused = new List<RefusedChange>();
        var renames = new List<ElementChange>();
        var byFormat = new Dictionary<IAnnotationFormat, List<ElementChange>>();
        foreach (var change in changes)
        {
            var span = dataset.SpanOf(change.Element);
            var file = span.IsNone ? null : dataset.Files[span.File];
            if (file?.Format is not { } format)
                refused.Add(new(change, "it does not stand in a file that can be edited"));
            else if (file.IsDecoded)
                refused.Add(new(change, $"{file.Path} is UTF-16; save it as UTF-8 first"));
            else if (file.IsCompressed)
                refused.Add(new(change, $"{file.Path} is compressed; unpack it first"));
            else if (NamePlanner.IsRename(change))
                renames.Add(change);
            else if (byFormat.TryGetValue(format, out var list))
                list.Add(change);
            else
                byFormat.Add(format, [change]);
        }

        var edits = new List<ByteEdit>();
        NamePlanner.Plan(dataset, renames, edits, refused);
        foreach (var (format, list) in byFormat)
        {
            var plan = format.Edit(dataset, list);
            edits.AddRange(plan.Edits);
            refused.AddRange(plan.Refused);
        }
        return new EditPlan([.. edits.OrderBy(edit => edit.File).ThenBy(edit => edit.Start)], [.. refused]);
    }
}
