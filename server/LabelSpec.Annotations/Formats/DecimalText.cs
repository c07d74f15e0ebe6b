using System.Globalization;

namespace LabelSpec.Annotations.Formats;

/// <summary>Writes numbers as the file at hand writes them.</summary>
static class DecimalText
{
    /// <summary>
    /// The number with as many decimals as its neighbour has. Where those are fewer than two and not enough, it gets up
    /// to six, so that a file of whole numbers does not turn 12.5 into 12.
    /// </summary>
    public static string Like(ReadOnlySpan<byte> neighbour, double value)
    {
        var point = neighbour.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : Math.Min(15, neighbour.Length - point - 1);
        if (!double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        if (decimals >= 2 || Math.Abs(Math.Round(value, decimals) - value) < 1e-9)
            return Unsigned(value.ToString($"F{decimals}", CultureInfo.InvariantCulture));
        return Unsigned(value.ToString("0.######", CultureInfo.InvariantCulture));
    }

    // Rounding may leave a minus before nothing but zeros.
    static string Unsigned(string text) => text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.TrimStart('-') : text;
}
