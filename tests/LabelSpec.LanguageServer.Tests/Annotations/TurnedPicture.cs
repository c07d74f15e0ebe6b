using SkiaSharp;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>A photo that its camera took on the side: EXIF data says how viewers turn it.</summary>
static class TurnedPicture
{
    public static byte[] Jpeg(int width, int height, byte orientation)
    {
        using var bitmap = new SKBitmap(width, height);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        byte[] tag = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, .. tag, 0, 0, 0, 0];
        var jpeg = data.ToArray();
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }
}
