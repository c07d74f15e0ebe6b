using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.LabelStudio;

/// <summary>
/// Label Studio's own run-length code of brush strokes: a stream of bits that unpacks to red, green, blue and alpha of each
/// pixel, row by row. It begins with the number of values (32 bits), the size of a value less one (5 bits), and four sizes
/// of run lengths less one (4 bits each). Then come runs: a bit that tells whether one value is repeated, which of the four
/// sizes the length has (2 bits), the length less one, and one value or as many as the length says.
/// </summary>
static class LabelStudioBrush
{
    const long MostPixels = 1L << 28;

    public static bool TrySet(ref AnnotationRow row, DatasetPart part, JsonNode rle, int width, int height)
    {
        row.Shape = Model.ShapeKind.Mask;
        var pixels = (long)width * height;
        if (pixels > MostPixels)
            return false;
        var bits = new Bits(rle);
        var values = bits.Read(32);
        var size = (int)bits.Read(5) + 1;
        Span<int> lengths = [0, 0, 0, 0];
        foreach (ref var length in lengths)
            length = (int)bits.Read(4) + 1;
        if (values != 4 * pixels)
            return false;
        var mask = new byte[pixels];
        for (long at = 0; at < values; )
        {
            var isRepeated = bits.Read(1) == 1;
            var end = Math.Min(values, at + 1 + bits.Read(lengths[(int)bits.Read(2)]));
            if (bits.HasEnded)
                return false;
            var value = isRepeated ? bits.Read(size) : 0;
            for (; at < end; at++)
            {
                value = isRepeated ? value : bits.Read(size);
                // Alpha is what the brush sets.
                if (at % 4 == 3 && value > 0)
                    mask[at / 4] = 1;
            }
        }
        var result = RleMask.FromRowRuns(MaskPicture.RowRuns(mask), 0, 0, width, height, height, width);
        if (!result.HasMask)
            return false;
        Shapes.SetMask(ref row, part, result.Mask!);
        return true;
    }

    // Sizes of run lengths, as Label Studio's own tools choose them.
    static readonly int[] Sizes = [3, 4, 8, 16];

    /// <summary>The code of a mask: 255 in all four channels of its pixels, 0 elsewhere.</summary>
    public static byte[] Encode(RleMask mask)
    {
        var bits = new BitWriter();
        bits.Write(4L * mask.Width * mask.Height, 32);
        bits.Write(8 - 1, 5);
        foreach (var size in Sizes)
            bits.Write(size - 1, 4);
        foreach (var (length, isMask) in RowsOf(mask))
            for (var left = 4 * length; left > 0; )
            {
                var index = Array.FindIndex(Sizes, size => left <= 1L << size);
                index = index < 0 ? Sizes.Length - 1 : index;
                var taken = Math.Min(left, 1L << Sizes[index]);
                bits.Write(1, 1);
                bits.Write(index, 2);
                bits.Write(taken - 1, Sizes[index]);
                bits.Write(isMask ? 255 : 0, 8);
                left -= taken;
            }
        return bits.ToArray();
    }

    /// <summary>Runs of the whole image, row by row.</summary>
    static IEnumerable<(long Length, bool IsMask)> RowsOf(RleMask mask)
    {
        var pixels = new byte[(long)mask.Width * mask.Height];
        mask.TryCopyTo(pixels);
        var isMask = false;
        foreach (var run in MaskPicture.RowRuns(pixels))
        {
            if (run > 0)
                yield return (run, isMask);
            isMask = !isMask;
        }
    }

    /// <summary>Bits to a list of bytes, the highest of each first; the last byte is filled with zeros.</summary>
    sealed class BitWriter
    {
        readonly List<byte> bytes = [];
        int free;

        public void Write(long value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--)
            {
                if (free == 0)
                {
                    bytes.Add(0);
                    free = 8;
                }

                bytes[^1] |= (byte)((value >> bit & 1) << --free);
            }
        }

        public byte[] ToArray() => [.. bytes];
    }

    /// <summary>Bits of a list of bytes, the highest of each first; zeros behind the end.</summary>
    sealed class Bits
    {
        readonly byte[] bytes;
        long at;

        public Bits(JsonNode list)
        {
            bytes = new byte[list.Count];
            var i = 0;
            foreach (var item in list.Children)
                bytes[i++] = item.Number is >= 0 and <= 255 and var number ? (byte)number : (byte)0;
        }

        public bool HasEnded => at > 8L * bytes.Length;

        public long Read(int count)
        {
            long value = 0;
            for (var i = 0; i < count; i++, at++)
                value = 2 * value + (at < 8L * bytes.Length ? bytes[at >> 3] >> (int)(7 - at % 8) & 1 : 0);
            return value;
        }
    }
}
