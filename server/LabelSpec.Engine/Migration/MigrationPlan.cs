using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Migration;

/// <summary>The edits that make data say the new words.</summary>
/// <param name="Fixes">One for each change and file; they go together.</param>
/// <param name="Refused">What still says an old word afterwards, and why: by file, each reason once with an example.</param>
public sealed record MigrationPlan(ImmutableArray<Fix> Fixes, ImmutableArray<(string File, string Reason)> Refused)
{
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static MigrationPlan Of(
        Dataset dataset,
        IEnumerable<LabelChange> changes,
        CancellationToken cancellation = default
    )
    {
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var refused = new SortedSet<(string, string)>();
        foreach (var change in changes.Distinct().Where(change => change.From != change.To))
        {
            cancellation.ThrowIfCancellationRequested();
            var plan = dataset.Edit([.. new ChangedElements(dataset, change).All()]);
            foreach (var file in plan.Edits.GroupBy(edit => edit.File))
            {
                var path = dataset.Files[file.Key].Path;
                fixes.Add(
                    new Fix(
                        $"Write {change.To} for {change.From}",
                        [.. file.Select(edit => new FileEdit(path, edit.Start, edit.End, edit.Text))]
                    )
                );
            }

            foreach (var one in plan.Refused)
                if (dataset.SpanOf(one.Change.Element) is { IsNone: false } span)
                    refused.Add((dataset.Files[span.File].Path, $"{change.From}: {one.Reason}"));
        }

        return new([.. fixes], [.. refused]);
    }
}
