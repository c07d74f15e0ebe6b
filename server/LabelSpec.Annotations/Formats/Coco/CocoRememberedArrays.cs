using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the arrays of a text that is being edited, by means of <see cref="RememberedStretches{T}"/>. What an element says does not
/// depend on how an array is cut, so the result is that of reading the whole text.
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
    readonly RememberedStretches<(CocoSection Section, CocoStretch Stretch)> stretches = new(memory, file, text);
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
            var (stop, end) = ReadStretch(section, at);
            if (stop != CocoStop.Limit)
                return stop == CocoStop.ArrayEnd ? end : -1;
            at = end;
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
        stretches.Remember();
    }

    (CocoStop Stop, long End) ReadStretch(CocoSection section, long start)
    {
        if (stretches.Take(start, content => content.Section == section) is { } known)
        {
            parts.Add((known.Content.Stretch.Part, known.Moved));
            return (known.Content.Stretch.Stop, known.End);
        }

        var limit = stretches.LimitFrom(start);
        var ahead = text.Bytes.Ahead(start, checked((int)(limit - start) + memory.StretchSize));
        var read = elements.ReadStretch(section, start, limit, new DatasetPart(), ahead, cancellation);
        // What is broken may only be so because no more was looked at; how it is got over depends on all that comes.
        if (!read.IsWhole && start + ahead.Length < text.Bytes.Length)
            read = elements.ReadStretch(section, start, limit, new DatasetPart(), cancellation);
        if (read.IsWhole)
            stretches.Add(start, read.End, (section, read));
        parts.Add((read.Part, 0));
        searched += read.Searched;
        return (read.Stop, read.End);
    }

    // What was found before an array comes before what it holds.
    void TakeRemarks()
    {
        var before = new DatasetPart();
        before.Problems.Append(remarks.Problems);
        remarks.Clear();
        parts.Add((before, 0));
    }
}
