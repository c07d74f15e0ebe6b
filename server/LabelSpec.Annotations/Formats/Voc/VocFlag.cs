using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>The 0 and 1 of <c>truncated</c>, <c>difficult</c>, <c>occluded</c> and the actions.</summary>
static class VocFlag
{
    /// <summary>Null for anything but 0 and 1.</summary>
    public static bool? Parse(ReadOnlySpan<byte> text) =>
        XmlText.Trim(text) switch
        {
            [(byte)'0'] => false,
            [(byte)'1'] => true,
            _ => null,
        };

    /// <summary>
    /// Whether something that is no flag stands where one belongs. The XML of LabelMe, which is much like VOC's, has yes and no.
    /// </summary>
    public static bool IsWrong(string name, ReadOnlySpan<byte> text) =>
        name is "truncated" or "difficult" or "occluded"
        && XmlText.Trim(text) is var bare
        && !bare.IsEmpty
        && !bare.SequenceEqual("yes"u8)
        && !bare.SequenceEqual("no"u8);

    /// <summary>How a value is written: flags as 0 and 1, everything else as it is.</summary>
    public static string Show(AttributeValue value) =>
        value.Kind == AttributeValueKind.Bool ? (value.AsBool ? "1" : "0") : XmlText.Escape(value.ToString());
}
