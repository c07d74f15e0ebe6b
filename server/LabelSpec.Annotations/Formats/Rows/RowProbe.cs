namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>Looks at the first rows of a text file for detectors.</summary>
static class RowProbe
{
    public delegate bool Test(in TextRow row);

    /// <summary>Rows that are looked at; damaged ones must not hide the format, so that not all need to pass.</summary>
    const int MostRows = 30;

    /// <summary>The number of rows among the first that pass a test, and of those that were looked at.</summary>
    public static (int Passed, int Seen) Count(FormatProbe probe, byte separator, Test test)
    {
        var columns = new List<(int, int)>();
        var lines = new TextLines(Sources.SourceBytes.Of(probe.Head.ToArray()));
        var lastEnd = probe.IsComplete ? probe.Head.Length : probe.Head.LastIndexOf((byte)'\n');
        var (passed, seen) = (0, 0);
        while (seen < MostRows && lines.Next() && lines.Start < lastEnd)
        {
            seen++;
            passed += test(TextRow.Split(lines.Line, separator, columns)) ? 1 : 0;
        }
        return (passed, seen);
    }

    /// <summary>Two of three rows pass a test, and at least one does.</summary>
    public static bool MostPass(FormatProbe probe, byte separator, Test test)
    {
        var (passed, seen) = Count(probe, separator, test);
        return passed > 0 && 3 * passed >= 2 * seen;
    }

    /// <summary>The first line, without line end; empty when there is none.</summary>
    public static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> head)
    {
        var length = head.IndexOfAny((byte)'\n', (byte)'\r');
        return (length < 0 ? head : head[..length]).Trim(" \t"u8);
    }

    /// <summary>Columns from one on are numbers.</summary>
    public static bool AreNumbers(in TextRow row, int first, int count)
    {
        for (var column = first; column < first + count; column++)
            if (double.IsNaN(row.Number(column)))
                return false;
        return true;
    }

    public static bool IsWhole(double number) => number == Math.Floor(number);
}
