using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Run-length masks: <c>{"size": [height, width], "counts": "…" or [n, …]}</c>.</summary>
static class CocoMask
{
    /// <summary>More runs than any picture has; beyond it a list is hostile.</summary>
    const int MostRuns = RleMask.MaxRuns;

    public static RleResult Read(JsonCursor cursor)
    {
        var counts = cursor;
        if (!JsonMembers.TryFind(ref cursor, "size"u8) || !JsonMembers.TryFind(ref counts, "counts"u8))
            return new RleResult(null, new RleProblem(RleProblemKind.BadDimensions, 0));
        Span<double> size = stackalloc double[2];
        if (!CocoFields.ReadNumbers(ref cursor, "size", size, out var count) || count != 2)
            return new RleResult(null, new RleProblem(RleProblemKind.BadDimensions, 0));
        if (!IsSize(size[0]) || !IsSize(size[1]))
            return new RleResult(null, new RleProblem(RleProblemKind.BadDimensions, 0));
        var (height, width) = ((int)size[0], (int)size[1]);
        return counts.Peek() == JsonKind.Text ? FromText(counts, height, width) : FromList(counts, height, width);
    }

    static bool IsSize(double number) => number is >= 0 and <= int.MaxValue && number == Math.Floor(number);

    static RleResult FromText(JsonCursor cursor, int height, int width)
    {
        if (!cursor.ReadRawText(out var raw, out var hasEscapes))
            return new RleResult(null, new RleProblem(RleProblemKind.Truncated, 0));
        return hasEscapes
            ? RleMask.FromText(JsonText.Unescape(raw), height, width)
            : RleMask.FromText(raw, height, width);
    }

    static RleResult FromList(JsonCursor cursor, int height, int width)
    {
        if (cursor.Peek() != JsonKind.Array)
            return new RleResult(null, new RleProblem(RleProblemKind.Truncated, 0));
        var runs = new List<long>(64);
        if (TryPlain(cursor.Text(cursor.Position, int.MaxValue), runs))
            return RleMask.FromIntegers(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs), height, width);
        runs.Clear();
        cursor.Enter('[');
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            if (!cursor.ReadNumber(out var number) || runs.Count >= MostRuns)
                return new RleResult(null, new RleProblem(RleProblemKind.Truncated, runs.Count));
            runs.Add(number == Math.Floor(number) && Math.Abs(number) <= long.MaxValue / 2 ? (long)number : -1);
        }
        return RleMask.FromIntegers(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs), height, width);
    }

    // Whole numbers with nothing but commas and blanks between them, as nearly all lists are.
    static bool TryPlain(ReadOnlySpan<byte> text, List<long> runs)
    {
        const int MostDigits = 9;
        for (var at = 1; at < text.Length && runs.Count < MostRuns; )
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            var (number, start) = (0L, at);
            while (at < text.Length && at - start <= MostDigits && (uint)(text[at] - '0') <= 9)
                number = 10 * number + (text[at++] - '0');
            if (at == start || at - start > MostDigits || at >= text.Length || (text[start] == '0' && at - start > 1))
                return false;
            runs.Add(number);
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at >= text.Length || text[at] is not ((byte)',' or (byte)']'))
                return false;
            if (text[at++] == ']')
                return true;
        }
        return false;
    }
}
