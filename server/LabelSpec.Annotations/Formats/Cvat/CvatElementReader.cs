using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Reads images with their shapes, and tracks with their shapes by frame. They know nothing of one another.</summary>
/// <param name="file">Index of the file.</param>
/// <param name="part">Receives the rows and problems.</param>
/// <param name="meta">What the file says of all of them.</param>
/// <param name="nameFrame">Receives each frame that a shape of a track names, and the shape's tag.</param>
sealed class CvatElementReader(int file, DatasetPart part, CvatMeta meta, Action<int, SourceSpan> nameFrame)
{
    readonly CvatShapeReader shapes = new(file, part, meta.Labels);

    /// <summary>Whether an element of this name is one of them.</summary>
    public static bool Reads(ReadOnlySpan<byte> name) => name.SequenceEqual("image"u8) || name.SequenceEqual("track"u8);

    /// <summary>Reads the image or track whose start tag was read last.</summary>
    public void Read(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        if (scanner.Name.SequenceEqual("image"u8))
            ReadImage(text, ref scanner);
        else
            ReadTrack(text, ref scanner);
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
                row.Width = CvatMeta.Pixels(value);
            else if (name.SequenceEqual("height"u8))
                row.Height = CvatMeta.Pixels(value);
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
        var context = new CvatShapeReader.Context(-1, meta.FrameWidth, meta.FrameHeight, track, label);
        var last = (Frame: -1, Tag: default(XmlRange), IsSeen: false);
        while (scanner.ReadChild(depth))
        {
            var tag = new XmlRange(scanner.Start, scanner.End - scanner.Start);
            if (ReadShape(text, ref scanner, context) is not (var frame and >= 0))
                continue;
            nameFrame(frame, new(file, tag.Start, tag.Length));
            if (frame >= last.Frame)
                last = (
                    frame,
                    tag,
                    (part.Annotations.Flags.At(part.AnnotationCount - 1) & AnnotationFlags.Outside) == 0
                );
            if (frame > meta.Video.Last)
                part.Problems.Report(
                    XmlProblems.NoSuchFrame,
                    new(file, tag.Start, tag.Length),
                    $"This is frame {frame}, and the last frame of the video is {meta.Video.Last}."
                );
        }

        if (last is { IsSeen: true, Frame: >= 0 } && last.Frame < meta.Video.Last && meta.Video.IsKnown)
            part.Problems.Report(
                XmlProblems.OpenTrack,
                new(file, last.Tag.Start, last.Tag.Length),
                $"This is the last shape of its track, in frame {last.Frame} of {meta.Video.Last}, and it does not say that the object is "
                    + "outside: CVAT shows the object here to the end of the meta.Video."
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
}
