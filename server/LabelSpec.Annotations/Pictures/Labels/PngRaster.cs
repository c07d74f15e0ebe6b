namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>Takes the filters off rows (ISO/IEC 15948, clause 9) and their pixels apart.</summary>
sealed class PngRaster(PngHeader header, byte[] transparency)
{
    readonly int step = Math.Max(1, header.BitsPerPixel / 8);

    public uint[] Values { get; } = new uint[(long)header.Width * header.Height];

    public bool IsTranslucent { get; private set; } =
        header.Color is PngColor.Palette && Array.Exists(transparency, alpha => alpha < 255);

    /// <summary>False when a row names a filter that does not exist.</summary>
    public bool Fill(Span<byte> stored)
    {
        foreach (var pass in header.Passes)
        {
            var (columns, rows) = (pass.ColumnsOf(header), pass.RowsOf(header));
            if (columns == 0)
                continue;
            var length = (int)header.RowBytes(columns);
            ReadOnlySpan<byte> above = new byte[length];
            for (var row = 0; row < rows; row++)
            {
                var line = stored.Slice(1, length);
                if (!Unfilter(stored[0], line, above))
                    return false;
                Take(line, columns, pass, pass.Top + row * pass.RowStep);
                above = line;
                stored = stored[(1 + length)..];
            }
        }

        return true;
    }

    bool Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above)
    {
        for (var i = 0; filter is > 0 and < 5 && i < line.Length; i++)
        {
            int left = i < step ? 0 : line[i - step],
                corner = i < step ? 0 : above[i - step];
            line[i] += (byte)(
                filter switch
                {
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    _ => Nearest(left, above[i], corner),
                }
            );
        }

        return filter < 5;
    }

    // Paeth's predictor: whichever neighbour is nearest to left + above - corner.
    static int Nearest(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner),
            toAbove = Math.Abs(left - corner),
            toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }

    void Take(ReadOnlySpan<byte> line, int columns, in PngPass pass, int y)
    {
        var at = (long)y * header.Width + pass.Left;
        for (var i = 0; i < columns; i++, at += pass.ColumnStep)
            Values[at] = header.Color switch
            {
                PngColor.Rgb => Color(line[(3 * i)..], 255),
                PngColor.Rgba => Color(line[(4 * i)..], line[4 * i + 3]),
                PngColor.GreyAlpha => Sample(line, 2 * i, Sample(line, 2 * i + 1)),
                _ => Sample(line, i),
            };
    }

    uint Color(ReadOnlySpan<byte> pixel, byte alpha)
    {
        IsTranslucent |= alpha < 255;
        return pixel[0] | (uint)pixel[1] << 8 | (uint)pixel[2] << 16;
    }

    uint Sample(ReadOnlySpan<byte> line, int index, uint alpha)
    {
        IsTranslucent |= alpha < (1u << header.BitDepth) - 1;
        return Sample(line, index);
    }

    uint Sample(ReadOnlySpan<byte> line, int index)
    {
        if (header.BitDepth == 16)
            return (uint)(line[2 * index] << 8 | line[2 * index + 1]);
        var perByte = 8 / header.BitDepth;
        var shift = 8 - header.BitDepth * (1 + index % perByte);
        return (uint)(line[index / perByte] >> shift & ((1 << header.BitDepth) - 1));
    }
}
