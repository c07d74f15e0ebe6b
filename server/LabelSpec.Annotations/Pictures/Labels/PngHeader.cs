namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>What the chunk IHDR of a PNG file says.</summary>
/// <param name="BitDepth">Bits of a sample, of which a pixel has one to four.</param>
/// <param name="IsInterlaced">The pixels are stored in the seven passes of Adam7.</param>
readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColor Color, bool IsInterlaced)
{
    public bool IsPossible =>
        Width > 0
        && Height > 0
        && Color switch
        {
            PngColor.Grey => BitDepth is 1 or 2 or 4 or 8 or 16,
            PngColor.Palette => BitDepth is 1 or 2 or 4 or 8,
            PngColor.Rgb or PngColor.GreyAlpha or PngColor.Rgba => BitDepth is 8 or 16,
            _ => false,
        };

    public int BitsPerPixel =>
        BitDepth
        * Color switch
        {
            PngColor.Rgb => 3,
            PngColor.GreyAlpha => 2,
            PngColor.Rgba => 4,
            _ => 1,
        };

    /// <summary>Bytes of all rows, each with the byte that names its filter.</summary>
    public long StoredBytes
    {
        get
        {
            long bytes = 0;
            foreach (var pass in Passes)
                bytes += pass.RowsOf(this) * (pass.ColumnsOf(this) == 0 ? 0 : 1 + RowBytes(pass.ColumnsOf(this)));
            return bytes;
        }
    }

    public PngPass[] Passes => IsInterlaced ? PngPass.Adam7 : PngPass.Whole;

    public long RowBytes(int columns) => ((long)columns * BitsPerPixel + 7) / 8;
}
