using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Recognises VOC by its root element and what stands directly in it.</summary>
static class VocDetector
{
    public static FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Head.IndexOf("<annotation"u8) < 0)
            return FormatMatch.No;
        var scanner = new XmlScanner(probe.Head);
        scanner.ReadRoot();
        if (scanner.Token != XmlToken.Start || !scanner.Name.SequenceEqual("annotation"u8))
            return FormatMatch.No;
        while (scanner.ReadChild(1))
            if (IsTypical(scanner.Name))
                return new(0.95, $"<annotation> with <{System.Text.Encoding.UTF8.GetString(scanner.Name)}>");
        return new(0.5, "<annotation>");
    }

    static bool IsTypical(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("object"u8)
        || name.SequenceEqual("filename"u8)
        || name.SequenceEqual("folder"u8)
        || name.SequenceEqual("size"u8);
}
