using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the arrays of a big file on several threads. An array is cut into stretches; each but the first begins at a guess,
/// the first place that looks like the start of an element. Stretches are accepted in order, and only if the one before
/// really ended at the guess, so that a wrong guess (a brace inside a text, a nested object) costs time and never changes
/// the result. One thread cuts the same way, which makes repairs of broken JSON the same too.
/// </summary>
sealed class CocoParallelArrays(
    DatasetBuilder builder,
    DatasetPart remarks,
    CocoElementReader elements,
    SourceBytes bytes,
    ReadRequest request
) : ICocoArrays
{
    const int StretchSize = 1 << 20;

    /// <summary>Stretches read ahead for each thread: also what is read in vain behind the end of the array.</summary>
    const int AheadPerThread = 2;

    readonly PartStack parts = new();
    CocoSection section;
    long first;
    long expected;
    long end;

    public long Read(CocoSection section, long start)
    {
        // What was found before the array comes before what it holds.
        builder.Append(remarks);
        this.section = section;
        first = expected = start + 1;
        end = -1;
        var threads = request.Options.Threads;
        OrderedWork<CocoStretch>.Run(StretchCount, threads, AheadPerThread * threads, ReadStretch, Accept);
        return end;
    }

    int StretchCount => (int)((bytes.Length - first + StretchSize - 1) / StretchSize);

    CocoStretch ReadStretch(int stretch)
    {
        var start = first + (long)stretch * StretchSize;
        var limit = stretch == StretchCount - 1 ? long.MaxValue : start + StretchSize;
        var guess = stretch == 0 ? first : Guess(start, limit);
        var part = parts.Take();
        return guess < 0
            ? new CocoStretch(limit, -1, -1, CocoStop.Fault, part)
            : elements.ReadStretch(section, guess, limit, part, request.Cancellation);
    }

    /// <summary>The first place in a stretch that looks like the start of an element; −1 when there is none.</summary>
    long Guess(long start, long limit)
    {
        var from = start - JsonBoundary.LookBack;
        var text = bytes.Slice(from, (int)(Math.Min(limit, bytes.Length) - from));
        var guess = JsonBoundary.FindNextElement(text, JsonBoundary.LookBack);
        return guess < 0 ? -1 : from + guess;
    }

    /// <summary>Elements are about equally long, and the array probably goes on to the end of the file.</summary>
    void Expect(CocoStretch stretch)
    {
        var length = Math.Max(1, stretch.End - stretch.Start);
        builder.ExpectAnnotations((long)(1.03 * stretch.Part.AnnotationCount * (bytes.Length - first) / length));
    }

    bool Accept(CocoStretch stretch)
    {
        var isInside = expected < stretch.Limit;
        if (isInside && stretch.Start != expected)
        {
            // The guess was wrong: read this stretch again from where its first element really begins.
            stretch.Part.Clear();
            stretch = elements.ReadStretch(section, expected, stretch.Limit, stretch.Part, request.Cancellation);
        }
        if (isInside)
        {
            if (expected == first && section != CocoSection.Images)
                Expect(stretch);
            builder.Append(stretch.Part);
            expected = stretch.End;
            end = stretch.Stop == CocoStop.ArrayEnd ? stretch.End : -1;
        }
        else
        {
            // One element reaches over this whole stretch.
            stretch.Part.Clear();
        }
        parts.Return(stretch.Part);
        return !isInside || stretch.Stop == CocoStop.Limit;
    }
}
