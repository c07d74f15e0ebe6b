namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>How a PNG file stores its pixels (ISO/IEC 15948, table 11.1).</summary>
public enum PngColor : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
