using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Reads one file: <c>meta</c>, then images with their shapes, or tracks with their shapes by frame.</summary>
sealed class CvatReader
{
    readonly int file;
    readonly DatasetPart part;
    readonly CvatLabels labels;
    readonly CvatShapeReader shapes;

    /// <summary>For each frame of a video the first tag that names it.</summary>
    readonly SortedDictionary<int, XmlRange> frames = [];
    readonly CvatVideo video = new();
    string? sequence;
    int frameWidth;
    int frameHeight;

    public CvatReader(int file, DatasetPart part)
    {
        this.file = file;
        this.part = part;
        labels = new(file, part);
        shapes = new(file, part, labels);
    }

    public void Read(ReadOnlySpan<byte> text)
    {
        var scanner = new XmlScanner(text);
        while (scanner.Depth == 0 && scanner.Read())
            continue;
        while (scanner.ReadChild(1))
            if (scanner.Name.SequenceEqual("image"u8))
                ReadImage(text, ref scanner);
            else if (scanner.Name.SequenceEqual("track"u8))
                ReadTrack(text, ref scanner);
            else if (scanner.Name.SequenceEqual("meta"u8))
                ReadMeta(ref scanner);
        labels.Declare();
        AddFrames();
        XmlSource.ReportErrors(scanner, file, part.Problems);
    }

    // Labels stand in the task, the project or the job; a video's size in the task.
    void ReadMeta(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("labels"u8))
                labels.Read(ref scanner);
            else if (scanner.Name.SequenceEqual("original_size"u8))
                ReadSize(ref scanner);
            else if (scanner.Name.SequenceEqual("source"u8))
                sequence = Text(ref scanner);
            else if (CvatVideo.IsNumber(scanner.Name))
                video.Set(scanner.Name, Text(ref scanner));
            else if (
                scanner.Name.SequenceEqual("task"u8)
                || scanner.Name.SequenceEqual("project"u8)
                || scanner.Name.SequenceEqual("job"u8)
            )
                ReadMeta(ref scanner);
    }

    void ReadSize(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("width"u8))
                frameWidth = Pixels(scanner.Bytes(scanner.ReadContent()));
            else if (scanner.Name.SequenceEqual("height"u8))
                frameHeight = Pixels(scanner.Bytes(scanner.ReadContent()));
    }

    void ReadImage(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        var (start, depth) = (scanner.Start, scanner.Depth);
        var row = new ImageRow(SourceSpan.None);
        while (scanner.NextAttribute(out var attribute))
        {
            var name = scanner.Bytes(attribute.Name);
            var value = scanner.Bytes(attribute.Value);
            if (name.SequenceEqual("id"u8))
                row.Id = part.IdOf(XmlText.Decode(value, part.Texts));
            else if (name.SequenceEqual("name"u8))
                row.FileName = XmlText.Decode(value, part.Texts);
            else if (name.SequenceEqual("width"u8))
                row.Width = Pixels(value);
            else if (name.SequenceEqual("height"u8))
                row.Height = Pixels(value);
            else if (name.SequenceEqual("subset"u8) && value.Length > 0)
                row.Split = XmlText.Decode(value, part.Texts);
        }

        var image = part.ImageCount;
        // The row needs its end, the shapes need the row: the span is completed when the element has been read.
        row.Span = new(file, start, scanner.End - start);
        part.AddImage(row);
        var context = new CvatShapeReader.Context(image, row.Width, row.Height, -1, null);
        while (scanner.ReadChild(depth))
            ReadShape(text, ref scanner, context);
        part.Images.Length[image] = scanner.End - start;
    }

    void ReadTrack(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        var (start, depth) = (scanner.Start, scanner.Depth);
        var (id, label) = (RecordId.None, "");
        while (scanner.NextAttribute(out var attribute))
            if (scanner.Bytes(attribute.Name).SequenceEqual("id"u8))
                id = part.IdOf(XmlText.Decode(scanner.Bytes(attribute.Value), part.Texts));
            else if (scanner.Bytes(attribute.Name).SequenceEqual("label"u8))
                label = XmlText.Decode(scanner.Bytes(attribute.Value), part.Texts);
        var track = part.AddTrack(new(file, id, part.Category(label), new(file, start, scanner.End - start)));
        var context = new CvatShapeReader.Context(-1, frameWidth, frameHeight, track, label);
        var last = (Frame: -1, Tag: default(XmlRange), IsSeen: false);
        while (scanner.ReadChild(depth))
        {
            var tag = new XmlRange(scanner.Start, scanner.End - scanner.Start);
            if (ReadShape(text, ref scanner, context) is not (var frame and >= 0))
                continue;
            frames.TryAdd(frame, tag);
            if (frame >= last.Frame)
                last = (
                    frame,
                    tag,
                    (part.Annotations.Flags.At(part.AnnotationCount - 1) & AnnotationFlags.Outside) == 0
                );
            if (frame > video.Last)
                part.Problems.Report(
                    XmlProblems.NoSuchFrame,
                    new(file, tag.Start, tag.Length),
                    $"This is frame {frame}, and the last frame of the video is {video.Last}."
                );
        }

        if (last is { IsSeen: true, Frame: >= 0 } && last.Frame < video.Last && video.IsKnown)
            part.Problems.Report(
                XmlProblems.OpenTrack,
                new(file, last.Tag.Start, last.Tag.Length),
                $"This is the last shape of its track, in frame {last.Frame} of {video.Last}, and it does not say that the object is "
                    + "outside: CVAT shows the object here to the end of the video."
            );
        part.Tracks[track] = part.Tracks[track] with { Span = new(file, start, scanner.End - start) };
    }

    int ReadShape(ReadOnlySpan<byte> text, ref XmlScanner scanner, in CvatShapeReader.Context context)
    {
        var kind = CvatShape.KindOf(scanner.Name);
        if (kind != ShapeKind.None)
            return shapes.Read(text, ref scanner, kind, context);
        var name = System.Text.Encoding.UTF8.GetString(scanner.Name);
        part.Problems.Report(
            XmlProblems.UnknownShape,
            new(file, scanner.Start, scanner.End - scanner.Start),
            $"CVAT has no shape <{name}>; it is not read."
        );
        return -1;
    }

    void AddFrames()
    {
        foreach (var (frame, tag) in frames)
            part.AddImage(
                new(new(file, tag.Start, tag.Length))
                {
                    Id = part.IdOf(frame),
                    FileName = $"frame_{frame:D6}",
                    Width = frameWidth,
                    Height = frameHeight,
                    Frame = frame,
                    Sequence = sequence ?? "",
                }
            );
    }

    string Text(ref XmlScanner scanner) => XmlText.Decode(scanner.Bytes(scanner.ReadContent()), part.Texts);

    static int Pixels(ReadOnlySpan<byte> value) =>
        XmlText.TryParse(value, out long number) && number is > 0 and <= int.MaxValue ? (int)number : 0;
}
