using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>
/// Reads a text that is being edited, by means of <see cref="RememberedStretches{T}"/>: images and tracks that the edit did not touch are
/// passed over. What they say depends on themselves and on <c>meta</c>, so the result is that of reading the whole text. Only what is
/// well-formed is remembered: what is not has a say in what follows it.
/// </summary>
sealed class CvatRememberedFile
{
    readonly int file;
    readonly RememberedStretches<CvatStretch> stretches;
    readonly List<(DatasetPart Part, long Moved)> parts = [];
    readonly CvatMeta meta;
    readonly CvatFrames frames = new();

    CvatRememberedFile(int file, RememberedStretches<CvatStretch> stretches, DatasetPart found)
    {
        (this.file, this.stretches) = (file, stretches);
        parts.Add((found, 0));
        meta = new CvatMeta(file, found.Texts);
    }

    /// <summary>Appends everything that a large text holds which is being edited; false, with nothing done, for any other file.</summary>
    public static bool TryRead(ReadRequest request, DatasetBuilder builder, int file)
    {
        var source = builder.Files[file];
        var found = new DatasetPart();
        if (
            source is not { Memory: { } memory, Text: { } edited }
            || source.Length < memory.SmallestFile
            || !XmlSource.TryLoad(source, file, found.Problems, request.Cancellation, out var text)
        )
            return false;
        var reading = new CvatRememberedFile(file, new(memory, file, edited), found);
        reading.Read(text, request.Cancellation);
        foreach (var (part, moved) in reading.parts)
            builder.AppendCopy(part, moved);
        reading.stretches.Remember();
        return true;
    }

    void Read(ReadOnlySpan<byte> text, CancellationToken cancellation)
    {
        var scanner = new XmlScanner(text);
        scanner.ReadRoot();
        var isChild = scanner.ReadChild(1);
        while (isChild)
        {
            cancellation.ThrowIfCancellationRequested();
            if (CvatElementReader.Reads(scanner.Name))
                isChild = ReadStretch(text, ref scanner);
            else
            {
                if (scanner.Name.SequenceEqual("meta"u8))
                    meta.Read(text, ref scanner);
                isChild = scanner.ReadChild(1);
            }
        }

        var last = new DatasetPart();
        CvatReader.Finish(file, scanner, meta, frames, last);
        parts.Add((last, 0));
    }

    /// <summary>Reads from an image or track on; false where the file holds nothing more.</summary>
    bool ReadStretch(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        if (stretches.Take(scanner.Start, stretch => stretch.Meta == meta.Text) is { } known)
        {
            Add(known.Content, known.Moved);
            scanner.GoBehindElement((int)known.End);
            return scanner.ReadChild(1);
        }

        var (start, errors) = (scanner.Start, scanner.Errors.Count);
        var limit = stretches.LimitFrom(start);
        var named = new List<(int Frame, SourceSpan Tag)>();
        var stretch = new CvatStretch(meta.Text, new DatasetPart(), named);
        var elements = new CvatElementReader(file, stretch.Part, meta, (frame, tag) => named.Add((frame, tag)));
        bool isChild;
        do
        {
            elements.Read(text, ref scanner);
            isChild = scanner.ReadChild(1);
        } while (isChild && scanner.Start < limit && CvatElementReader.Reads(scanner.Name));
        Add(stretch, 0);
        if (scanner.Errors.Count == errors)
            stretches.Add(start, scanner.Start, stretch);
        return isChild;
    }

    void Add(CvatStretch stretch, long moved)
    {
        parts.Add((stretch.Part, moved));
        foreach (var (frame, tag) in stretch.Frames)
            frames.Add(frame, tag.Moved(moved));
    }
}
