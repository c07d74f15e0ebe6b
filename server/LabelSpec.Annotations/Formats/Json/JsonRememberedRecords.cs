using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Json;

/// <summary>
/// Reads a text that is being edited, of a format whose records stand in arrays and know nothing of one another. A stretch of an array that
/// the edit did not touch is taken from memory; the rest is read. Only of a text without any problem: everything else is read as a whole,
/// so that problems are counted and told as ever.
/// </summary>
/// <param name="file">The file; its part is not used.</param>
/// <param name="text">What it holds.</param>
/// <param name="memory">What is known of it, and is to be.</param>
/// <param name="readerOf">Makes a reader that fills the part of a file.</param>
sealed class JsonRememberedRecords(
    FormatFile file,
    EditorText text,
    ReadMemory memory,
    Func<FormatFile, IJsonRecords> readerOf
)
{
    readonly Dictionary<long, Stretch> known = Known(file.File, text, memory);
    readonly List<Stretch> stretches = [];
    readonly List<(DatasetPart Part, long Moved)> parts = [];
    readonly JsonTree tree = new();

    /// <summary>Appends everything that the text holds; false, with nothing done, where it has to be read as a whole.</summary>
    public bool TryRead(DatasetBuilder builder)
    {
        var problems = new Annotations.Problems.ProblemLog();
        var cursor = new JsonCursor(file.Bytes.From(file.Start), file.Start, file.File, problems);
        if (cursor.Peek() != JsonKind.Object || !TryReadMembers(ref cursor) || cursor.Fault != JsonFault.None)
            return false;
        cursor.SkipSpace();
        if (!cursor.IsAtEnd || !problems.IsEmpty || parts.Exists(item => !item.Part.Problems.IsEmpty))
            return false;
        foreach (var (part, moved) in parts)
            builder.AppendCopy(part, moved);
        memory.Content = new Memory(file.File, text, stretches);
        return true;
    }

    bool TryReadMembers(ref JsonCursor cursor)
    {
        var isFirst = true;
        cursor.Enter('{');
        while (cursor.NextKey(ref isFirst, out var key))
        {
            var (records, part) = NewPart();
            var use = records.UseOf(key);
            if (use == JsonUse.Each && cursor.Peek() == JsonKind.Array)
            {
                if (!TryReadArray(ref cursor, key))
                    return false;
            }
            else if (use == JsonUse.Each)
                return false;
            else if (use == JsonUse.Pass)
            {
                if (!cursor.Skip())
                    return false;
            }
            else if (tree.Read(ref cursor, file.Bytes, cursor.KeySpan))
            {
                records.Read(key, tree.Root);
                parts.Add((part, 0));
            }
            else
                return false;
        }

        return true;
    }

    bool TryReadArray(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var isFirst = true;
        cursor.Enter('[');
        if (!cursor.NextElement(ref isFirst))
            return cursor.Fault == JsonFault.None;
        // Each stretch begins at the element that the one before ended at.
        while ((known.GetValueOrDefault(cursor.Offset) ?? ReadAgain(ref cursor, key)) is { } stretch)
        {
            stretches.Add(stretch);
            parts.Add((stretch.Part, stretch.Moved));
            cursor.Position = (int)(stretch.End - file.Start);
            if (stretch.EndsArray)
                return true;
        }

        return false;
    }

    Stretch? ReadAgain(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        var (records, part) = NewPart();
        var start = cursor.Offset;
        while (true)
        {
            if (!tree.Read(ref cursor, file.Bytes, null))
                return null;
            records.Read(key, tree.Root);
            var isFirst = false;
            if (!cursor.NextElement(ref isFirst))
                return cursor.Fault == JsonFault.None ? new Stretch(start, cursor.Offset, part, 0, true) : null;
            if (cursor.Offset >= start + memory.StretchSize || known.ContainsKey(cursor.Offset))
                return new Stretch(start, cursor.Offset, part, 0, false);
        }
    }

    (IJsonRecords Records, DatasetPart Part) NewPart()
    {
        var part = new DatasetPart();
        return (readerOf(file with { Part = part }), part);
    }

    static Dictionary<long, Stretch> Known(int file, EditorText text, ReadMemory memory)
    {
        var known = new Dictionary<long, Stretch>();
        if (memory.Content is not Memory old || old.File != file)
            return known;
        var change = text.ChangeSince(old.Text);
        foreach (var stretch in old.Stretches)
            // It was read up to the first byte of the element behind it, that one included.
            if (stretch.End < change.Start)
                known.TryAdd(stretch.Start, stretch);
            else if (stretch.Start >= change.OldEnd)
            {
                var moved = stretch with { Moved = stretch.Moved + change.Moved };
                known.TryAdd(moved.Start, moved);
            }

        return known;
    }

    /// <summary>A text and the stretches that its arrays were read in.</summary>
    sealed record Memory(int File, EditorText Text, IReadOnlyList<Stretch> Stretches);

    /// <param name="First">Where it began in the text that it was read from.</param>
    /// <param name="Last">Where it ended: the next element, or behind the array.</param>
    /// <param name="Part">What it holds; never changed any more.</param>
    /// <param name="Moved">How many bytes further on it stands now.</param>
    /// <param name="EndsArray">Whether it is the last one.</param>
    sealed record Stretch(long First, long Last, DatasetPart Part, long Moved, bool EndsArray)
    {
        public long Start => First + Moved;

        public long End => Last + Moved;
    }
}
