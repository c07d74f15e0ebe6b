using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the arrays of a text that is being edited. A stretch that the edit did not touch, and that begins exactly where reading
/// has come to, is taken from memory; everything else is read. What an element says does not depend on how an array is cut, so
/// the result is that of reading the whole text.
/// </summary>
sealed class CocoRememberedArrays(
    int file,
    EditorText text,
    ReadMemory memory,
    DatasetPart remarks,
    CocoElementReader elements,
    CancellationToken cancellation
) : ICocoArrays
{
    readonly Dictionary<(CocoSection Section, long Start), CocoRememberedStretch> known = Known(file, text, memory);
    readonly List<CocoRememberedStretch> stretches = [];
    readonly List<(DatasetPart Part, long Moved)> parts = [];
    long searched;

    /// <summary>
    /// How much is searched to get over broken elements is limited for each stretch of a fixed size. Far below that limit, the
    /// cut does not matter.
    /// </summary>
    public bool IsReliable => searched <= JsonRecovery.Budget - JsonRecovery.LongestRepair;

    public long Read(CocoSection section, long start)
    {
        TakeRemarks();
        var at = start + 1;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = known.GetValueOrDefault((section, at)) ?? ReadAgain(section, at);
            stretches.Add(next);
            parts.Add((next.Stretch.Part, next.Moved));
            searched += next.Stretch.Searched;
            at = next.End;
            if (next.Stretch.Stop != CocoStop.Limit)
                return next.Stretch.Stop == CocoStop.ArrayEnd ? at : -1;
        }
    }

    /// <summary>Appends everything that was read, and remembers it.</summary>
    public void Finish(DatasetBuilder builder)
    {
        if (parts.MaxBy(item => item.Part.AnnotationCount) is { Part: { AnnotationCount: > 0 } largest })
            builder.Expect(
                largest,
                parts.Sum(item => (double)item.Part.AnnotationCount) / largest.AnnotationCount,
                Array.MaxLength / 2
            );
        foreach (var (part, moved) in parts)
            builder.AppendCopy(part, moved);
        memory.Content = new CocoMemory(file, text, stretches);
    }

    CocoRememberedStretch ReadAgain(CocoSection section, long start)
    {
        var limit = start + memory.StretchSize;
        // Not a part of what is known: then reading ends where the known begins, and goes on from memory.
        foreach (var stretch in known.Values)
            if (stretch.Section == section && stretch.Start > start && stretch.Start < limit)
                limit = stretch.Start;
        return new(section, elements.ReadStretch(section, start, limit, new DatasetPart(), cancellation), 0);
    }

    // What was found before an array comes before what it holds.
    void TakeRemarks()
    {
        var before = new DatasetPart();
        before.Problems.Append(remarks.Problems);
        remarks.Clear();
        parts.Add((before, 0));
    }

    static Dictionary<(CocoSection, long), CocoRememberedStretch> Known(int file, EditorText text, ReadMemory memory)
    {
        var known = new Dictionary<(CocoSection, long), CocoRememberedStretch>();
        if (memory.Content is not CocoMemory old || old.File != file)
            return known;
        var change = text.ChangeSince(old.Text);
        foreach (var stretch in old.Stretches)
        {
            if (!stretch.Stretch.IsWhole)
                continue;
            // It was read up to the first byte of the element behind it, that one included.
            if (stretch.End < change.Start)
                known.TryAdd((stretch.Section, stretch.Start), stretch);
            else if (stretch.Start >= change.OldEnd)
            {
                var moved = stretch with { Moved = stretch.Moved + change.Moved };
                known.TryAdd((moved.Section, moved.Start), moved);
            }
        }

        return known;
    }
}
