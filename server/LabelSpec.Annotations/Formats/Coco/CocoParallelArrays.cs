using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the arrays of a big file on several threads. An array is cut into stretches; each but the first begins at a guess,
/// the first place that looks like the start of an element. Stretches are accepted in order, and only if the one before
/// really ended at the guess, so that a wrong guess (a brace inside a text, a nested object) costs time and never changes
/// the result. One thread cuts the same way, which makes repairs of broken JSON the same too. Of a file that lies on disk, each
/// stretch is read when its turn comes.
/// </summary>
sealed class CocoParallelArrays(
    DatasetBuilder builder,
    DatasetPart remarks,
    CocoElementReader elements,
    SourceBytes bytes,
    ReadRequest request
) : ICocoArrays
{
    /// <summary>Stretches read ahead for each thread: also what is read in vain behind the end of the array.</summary>
    const int AheadPerThread = 2;

    readonly int stretchSize = request.Options.Sizes.Stretch;
    readonly PartStack parts = new();
    readonly CocoPieces pieces = new(bytes, request.Options.Sizes.Ahead);
    readonly bool reportsProgress = bytes.IsStreamed;
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

    // At least one, to tell that the file ends behind the bracket.
    int StretchCount => (int)Math.Max(1, (bytes.Length - first + stretchSize - 1) / stretchSize);

    CocoStretch ReadStretch(int stretch)
    {
        var start = first + (long)stretch * stretchSize;
        var limit = stretch == StretchCount - 1 ? long.MaxValue : start + stretchSize;
        var part = parts.Take();
        return stretch == 0 ? ReadFrom(first, limit, part) : ReadFromGuess(start, limit, part);
    }

    CocoStretch ReadFrom(long start, long limit, DatasetPart part)
    {
        using var piece = pieces.Take(start, limit);
        return ReadFrom(piece, start, limit, part);
    }

    CocoStretch ReadFromGuess(long start, long limit, DatasetPart part)
    {
        var from = Math.Max(0, start - JsonBoundary.LookBack);
        using var piece = pieces.Take(from, limit);
        var text = piece is null ? bytes.Slice(from, (int)(Math.Min(limit, bytes.Length) - from)) : piece.UpTo(limit);
        var guess = JsonBoundary.FindNextElement(text, (int)(start - from));
        return guess < 0
            ? new CocoStretch(limit, -1, -1, CocoStop.Fault, part)
            : ReadFrom(piece, from + guess, limit, part);
    }

    /// <summary>
    /// Reads a stretch from a piece of the file. Where something is wrong, it may be that the piece ends within an element, so that
    /// a larger one is tried; what is wrong there too is a matter of the whole text.
    /// </summary>
    CocoStretch ReadFrom(CocoPiece? piece, long start, long limit, DatasetPart part)
    {
        while (piece is not null)
        {
            var read = elements.ReadStretch(section, start, limit, part, piece.From(start), request.Cancellation);
            if (piece.Suffices(read.IsWhole))
                return read;
            part.Clear();
            if (!piece.TryExtend())
                break;
        }

        return elements.ReadStretch(section, start, limit, part, request.Cancellation);
    }

    /// <summary>Elements are about equally long, and the array probably goes on to the end of the file.</summary>
    void Expect(CocoStretch stretch)
    {
        var length = Math.Max(1, stretch.End - stretch.Start);
        builder.Expect(stretch.Part, 1.03 * (bytes.Length - first) / length, Array.MaxLength / 2);
    }

    bool Accept(CocoStretch stretch)
    {
        var isInside = expected < stretch.Limit;
        if (isInside && stretch.Start != expected)
        {
            // The guess was wrong: read this stretch again from where its first element really begins.
            stretch.Part.Clear();
            stretch = ReadFrom(expected, stretch.Limit, stretch.Part);
        }
        if (isInside)
        {
            if (expected == first && section != CocoSection.Images)
                Expect(stretch);
            builder.Append(stretch.Part);
            if (reportsProgress)
                request.Progress?.Report(stretch.End - expected);
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
