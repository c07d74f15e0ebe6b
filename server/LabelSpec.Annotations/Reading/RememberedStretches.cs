using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// A reading of a text that is being edited, stretch by stretch: what is known of the text from the reading before the edit, and what the
/// next reading will know. A stretch that the edit did not touch, and that begins exactly where reading has come to, still holds.
/// </summary>
/// <typeparam name="T">What a format makes of a stretch.</typeparam>
sealed class RememberedStretches<T>
{
    readonly ReadMemory memory;
    readonly int file;
    readonly EditorText text;
    readonly Dictionary<long, Stretch<T>> known = [];
    readonly List<Stretch<T>> stretches = [];

    public RememberedStretches(ReadMemory memory, int file, EditorText text)
    {
        (this.memory, this.file, this.text) = (memory, file, text);
        if (memory.Content is not ReadStretches<T> old || old.File != file)
            return;
        var change = text.ChangeSince(old.Text);
        foreach (var stretch in old.Stretches)
            // It was read up to the first byte of what is behind it, that one included.
            if (stretch.End < change.Start)
                known.TryAdd(stretch.Start, stretch);
            else if (stretch.Start >= change.OldEnd)
            {
                var moved = stretch with { Moved = stretch.Moved + change.Moved };
                known.TryAdd(moved.Start, moved);
            }
    }

    /// <summary>The stretch that begins where reading has come to, and is taken as read; null where none is known.</summary>
    /// <param name="start">Where reading has come to.</param>
    /// <param name="isSame">Whether what came before means the same to it as when it was read.</param>
    public Stretch<T>? Take(long start, Func<T, bool> isSame)
    {
        if (known.GetValueOrDefault(start) is not { } stretch || !isSame(stretch.Content))
            return null;
        stretches.Add(stretch);
        return stretch;
    }

    /// <summary>Where a stretch that is read anew should end: when it is long enough, or where a known one begins.</summary>
    public long LimitFrom(long start)
    {
        var limit = start + memory.StretchSize;
        foreach (var next in known.Keys)
            if (next > start && next < limit)
                limit = next;
        return limit;
    }

    /// <summary>Keeps what was read for the next reading; only what nothing behind it had a say in.</summary>
    public void Add(long start, long end, T content) => stretches.Add(new Stretch<T>(start, end, content));

    /// <summary>Ends the reading; the next one will know its stretches.</summary>
    public void Remember() => memory.Content = new ReadStretches<T>(file, text, stretches);
}
