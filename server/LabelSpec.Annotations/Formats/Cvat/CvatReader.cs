using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Reads one file: <c>meta</c>, then images with their shapes, or tracks with their shapes by frame.</summary>
static class CvatReader
{
    public static void Read(int file, ReadOnlySpan<byte> text, DatasetPart part)
    {
        var meta = new CvatMeta(file, part.Texts);
        var frames = new CvatFrames();
        var elements = new CvatElementReader(file, part, meta, frames.Add);
        var scanner = new XmlScanner(text);
        scanner.ReadRoot();
        while (scanner.ReadChild(1))
            if (CvatElementReader.Reads(scanner.Name))
                elements.Read(text, ref scanner);
            else if (scanner.Name.SequenceEqual("meta"u8))
                meta.Read(text, ref scanner);
        Finish(file, scanner, meta, frames, part);
    }

    /// <summary>Adds what is known when all of a file was read.</summary>
    public static void Finish(int file, in XmlScanner scanner, CvatMeta meta, CvatFrames frames, DatasetPart part)
    {
        meta.Labels.DeclareIn(part);
        frames.AddTo(part, meta);
        XmlSource.ReportErrors(scanner, file, part.Problems);
    }
}
