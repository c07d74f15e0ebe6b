using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Model.Changes;

/// <summary>The one file whose text changed, and how; file −1 where none did.</summary>
readonly record struct EditedFile(int File, TextChange Change)
{
    /// <summary>Null where the files are not the same, or more than one of them changed.</summary>
    public static EditedFile? Of(Dataset before, Dataset after)
    {
        if (before.Files.Length != after.Files.Length)
            return null;
        var edited = new EditedFile(-1, default);
        for (var file = 0; file < before.Files.Length; file++)
        {
            var (old, now) = (before.Files[file], after.Files[file]);
            if (old.FullPath != now.FullPath || old.Format != now.Format || old.IsBuffer != now.IsBuffer)
                return null;
            if (ReferenceEquals(old, now))
                continue;
            if (old.Text is null || now.Text is null)
            {
                if (old.Length != now.Length || old.LastWriteTimeUtc != now.LastWriteTimeUtc)
                    return null;
                continue;
            }

            var change = now.Text.ChangeSince(old.Text);
            if (change == default)
                continue;
            if (edited.File >= 0)
                return null;
            edited = new EditedFile(file, change);
        }

        return edited;
    }

    /// <summary>Whether a span is outside of the change and stands now where the other one does.</summary>
    public bool IsMoved(SourceSpan old, SourceSpan now) =>
        old.File != File || old.IsNone || old.End <= Change.Start
            ? old == now
            : old.Start >= Change.OldEnd && old.Moved(Change.Moved) == now;

    /// <summary>The rows of a table before and behind everything that changed, by where their text stands.</summary>
    public RowMap RowsOutside(
        int oldCount,
        Func<int, SourceSpan> oldSpanOf,
        int newCount,
        Func<int, SourceSpan> newSpanOf
    )
    {
        var most = Math.Min(oldCount, newCount);
        int same = 0,
            moved = 0;
        while (same < most && IsBefore(oldSpanOf(same)) && IsBefore(newSpanOf(same)))
            same++;
        while (
            moved < most - same
            && IsBehindOld(oldSpanOf(oldCount - 1 - moved))
            && IsBehindNew(newSpanOf(newCount - 1 - moved))
        )
            moved++;
        return new RowMap(same, oldCount - moved, newCount - moved);
    }

    /// <summary>Whether a span lies before everything that changed.</summary>
    bool IsBefore(SourceSpan span) => File < 0 || span.File < File || (span.File == File && span.End <= Change.Start);

    /// <summary>Whether a span of the text before lies behind everything that changed.</summary>
    bool IsBehindOld(SourceSpan span) =>
        File >= 0 && (span.File > File || (span.File == File && span.Start >= Change.OldEnd));

    /// <summary>Whether a span of the text now lies behind everything that changed.</summary>
    bool IsBehindNew(SourceSpan span) =>
        File >= 0 && (span.File > File || (span.File == File && span.Start >= Change.NewEnd));
}
