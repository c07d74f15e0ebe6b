using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Recognises CVAT by its root element and what stands directly in it.</summary>
static class CvatDetector
{
    public static FormatMatch Detect(FormatProbe probe)
    {
        if (probe.Head.IndexOf("<annotations"u8) < 0)
            return FormatMatch.No;
        var scanner = new XmlScanner(probe.Head);
        scanner.ReadRoot();
        if (scanner.Token != XmlToken.Start || !scanner.Name.SequenceEqual("annotations"u8))
            return FormatMatch.No;
        while (scanner.ReadChild(1))
            if (IsTypical(scanner.Name))
                return new(0.95, $"<annotations> with <{System.Text.Encoding.UTF8.GetString(scanner.Name)}>");
        return new(0.5, "<annotations>");
    }

    static bool IsTypical(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("version"u8)
        || name.SequenceEqual("meta"u8)
        || name.SequenceEqual("image"u8)
        || name.SequenceEqual("track"u8);
}
