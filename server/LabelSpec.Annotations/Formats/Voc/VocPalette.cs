namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// The colours of Pascal VOC's segmentation pictures. The bits of an index, three at a time from the lowest on, are the bits of red,
/// green and blue from the highest on (VOCcolormap.m of the development kit).
/// </summary>
static class VocPalette
{
    /// <summary>Red, green and blue of the indexes from 0 to 255.</summary>
    public static ReadOnlyMemory<byte> Bytes { get; } =
        Enumerable.Range(0, 256).SelectMany(index => (byte[])[.. ColorOf(index)]).ToArray();

    /// <summary>Red, green and blue of an index, each index with a colour of its own.</summary>
    public static byte[] ColorOf(int index)
    {
        var color = new byte[3];
        for (var bit = 7; bit >= 0; bit--, index >>= 3)
        for (var part = 0; part < 3; part++)
            color[part] |= (byte)((index >> part & 1) << bit);
        return color;
    }
}
