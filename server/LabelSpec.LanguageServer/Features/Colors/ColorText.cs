using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Colors;

/// <summary>Colours as guidelines write them.</summary>
static class ColorText
{
    /// <param name="rgb">0xRRGGBB.</param>
    public static Color Parse(int rgb) =>
        new((rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1);

    public static string Of(Color color) => $"#{Byte(color.Red):x2}{Byte(color.Green):x2}{Byte(color.Blue):x2}";

    static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);
}
