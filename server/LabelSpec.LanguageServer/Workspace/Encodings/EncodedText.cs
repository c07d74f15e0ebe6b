using System.Collections.Concurrent;

namespace LabelSpec.LanguageServer.Workspace.Encodings;

/// <summary>
/// The characters of the lines of a text, counted as the client counts them. A file may be one line of many megabytes: of long lines it
/// is remembered how many units stand before every thousandth character.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="encoding">What the client counts.</param>
public sealed class EncodedText(DocumentText text, PositionEncoding encoding)
{
    const int Step = 1024;

    readonly ConcurrentDictionary<int, int[]> _longLines = new();
    readonly bool _isSame = encoding.IsNative || text.IsAscii;

    /// <summary>The client's count of UTF-16 units on a line. What lies behind the end of the line is counted on.</summary>
    public int ToWire(int line, int units)
    {
        if (_isSame || units <= 0)
            return units;
        var letters = text.LineAt(line);
        var end = Math.Min(units, letters.Length);
        var (at, count) = Before(line, letters, end / Step);
        for (; at < end; at++)
            count += encoding.UnitsAt(letters, at);
        return count + units - end;
    }

    /// <summary>The other way round. Within a character it is the start of it.</summary>
    public int FromWire(int line, int wire)
    {
        if (_isSame || wire <= 0)
            return wire;
        var letters = text.LineAt(line);
        var (at, count) = letters.Length < Step ? (0, 0) : Before(line, letters, LastStep(line, letters, wire));
        while (at < letters.Length)
        {
            var next = encoding.UnitsAt(letters, at);
            if (count + next > wire)
                break;
            count += next;
            at++;
            if (count == wire && !(at < letters.Length && encoding.UnitsAt(letters, at) == 0))
                break;
        }

        return at < letters.Length ? at : (int)Math.Min(int.MaxValue, (long)at + wire - count);
    }

    (int At, int Count) Before(int line, ReadOnlySpan<char> letters, int step) =>
        letters.Length < Step ? (0, 0) : (step * Step, StepsOf(line, letters)[step]);

    int LastStep(int line, ReadOnlySpan<char> letters, int wire)
    {
        var found = Array.BinarySearch(StepsOf(line, letters), wire);
        // The count before a step may be that of a character which the step cuts: look at it from the step before.
        return Math.Max(0, (found < 0 ? ~found : found) - 1);
    }

    int[] StepsOf(int line, ReadOnlySpan<char> letters)
    {
        if (_longLines.TryGetValue(line, out var known))
            return known;
        var steps = new int[letters.Length / Step + 1];
        var count = 0;
        for (var at = 0; at < letters.Length; at++)
        {
            if (at % Step == 0)
                steps[at / Step] = count;
            count += encoding.UnitsAt(letters, at);
        }

        if (letters.Length % Step == 0)
            steps[^1] = count;
        return _longLines[line] = steps;
    }
}
