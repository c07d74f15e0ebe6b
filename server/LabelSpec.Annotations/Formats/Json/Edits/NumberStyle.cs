using System.Buffers;
using System.Globalization;

namespace LabelSpec.Annotations.Formats.Json.Edits;

/// <summary>Writes numbers as the numbers around them are written.</summary>
/// <param name="Decimals">Most digits behind the point that a neighbour has.</param>
/// <param name="AlwaysPoint">Every neighbour has a point, also where the number is whole (<c>10.0</c>).</param>
public readonly record struct NumberStyle(int Decimals, bool AlwaysPoint)
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.eE+-"u8);

    public static NumberStyle Of(ReadOnlySpan<byte> neighbours)
    {
        var (decimals, numbers, points) = (0, 0, 0);
        while (!neighbours.IsEmpty)
        {
            var start = neighbours.IndexOfAnyInRange((byte)'0', (byte)'9');
            if (start < 0)
                break;
            neighbours = neighbours[start..];
            var end = neighbours.IndexOfAnyExcept(NumberBytes);
            var number = end < 0 ? neighbours : neighbours[..end];
            neighbours = neighbours[number.Length..];
            numbers++;
            var point = number.IndexOf((byte)'.');
            if (point < 0)
                continue;
            points++;
            var digits = number[(point + 1)..];
            var exponent = digits.IndexOfAny((byte)'e', (byte)'E');
            decimals = Math.Max(decimals, exponent < 0 ? digits.Length : exponent);
        }
        return new NumberStyle(decimals, numbers > 0 && points == numbers);
    }

    /// <summary>
    /// A number with no more digits than its neighbours have if that is the same number up to rounding noise, else with as
    /// many as it takes to read it back exactly.
    /// </summary>
    public string Format(double number)
    {
        var rounded = Decimals <= 15 ? Math.Round(number, Decimals) : number;
        if (Math.Abs(rounded - number) <= 1e-9 * Math.Max(1, Math.Abs(number)))
            number = rounded;
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return AlwaysPoint && !text.AsSpan().ContainsAny('.', 'E') ? $"{text}.0" : text;
    }
}
