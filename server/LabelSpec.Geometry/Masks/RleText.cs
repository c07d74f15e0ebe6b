namespace LabelSpec.Geometry;

/// <summary>
/// COCO's compressed run lengths (<c>rleToString</c> and <c>rleFrString</c> of cocoapi's maskApi.c): from the fourth
/// run on the difference to the run two before; 5 bits per character from the lowest on, bit 5 says that more follow,
/// the sign is that of bit 4 of the last; characters are shifted by 48.
/// </summary>
public static class RleText
{
    const int Shift = 48;
    const int More = 0x20;
    const int Sign = 0x10;

    /// <summary>
    /// Decodes into <paramref name="runs"/>, which must be as long as the text. The problem's position is that of the
    /// character, except <see cref="RleProblemKind.RunOutOfRange"/>: the character where the run begins.
    /// </summary>
    public static RleProblem Decode(ReadOnlySpan<byte> text, Span<uint> runs, out int length)
    {
        length = 0;
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            long value = 0;
            var bits = 0;
            int digit;
            do
            {
                if (at == text.Length)
                    return new(RleProblemKind.Truncated, start);
                digit = text[at] - Shift;
                if (digit is < 0 or > 0x3f)
                    return new(RleProblemKind.BadCharacter, at);
                if (bits >= 60)
                    return new(RleProblemKind.RunOutOfRange, start);
                value |= (long)(digit & 0x1f) << bits;
                bits += 5;
                at++;
            } while ((digit & More) != 0);

            if ((digit & Sign) != 0)
                value |= -1L << bits;
            if (length > 2)
                value += runs[length - 2];
            if (value is < 0 or > uint.MaxValue)
                return new(RleProblemKind.RunOutOfRange, start);
            runs[length++] = (uint)value;
        }

        return default;
    }

    public static string Encode(ReadOnlySpan<uint> runs)
    {
        var text = new List<char>(runs.Length * 2);
        for (var i = 0; i < runs.Length; i++)
        {
            var value = i > 2 ? (long)runs[i] - runs[i - 2] : runs[i];
            bool more;
            do
            {
                var digit = (int)(value & 0x1f);
                value >>= 5;
                more = (digit & Sign) != 0 ? value != -1 : value != 0;
                text.Add((char)((more ? digit | More : digit) + Shift));
            } while (more);
        }

        return new([.. text]);
    }
}
