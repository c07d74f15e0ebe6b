using System.Text;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>Reads columns that must be numbers, and reports those that are none.</summary>
static class RowNumbers
{
    /// <summary>The number; NaN, with a problem, for anything else. A decimal comma is understood, and reported.</summary>
    public static double Read(in TextRow row, int column, ProblemLog problems)
    {
        var number = row.Number(column);
        if (double.IsFinite(number))
            return number;
        var text = row.Inside(column);
        var span = row.Has(column) ? row.SpanOf(column) : row.Span;
        if (TryDecimalComma(text, out number))
        {
            problems.Report(
                RowProblems.DecimalComma,
                span,
                $"{Show(text)} has a decimal comma, which other readers do not take for a number; write decimals with a point.",
                Show(text).Replace(',', '.')
            );
            return number;
        }
        problems.Report(RowProblems.NotANumber, span, $"\"{Show(text)}\" is no number; write it like 0.25.");
        return double.NaN;
    }

    /// <summary>As <see cref="Read"/>, but a column that is empty or missing is no problem.</summary>
    public static double ReadOptional(in TextRow row, int column, ProblemLog problems) =>
        row.Inside(column).IsEmpty ? double.NaN : Read(row, column, problems);

    static bool TryDecimalComma(ReadOnlySpan<byte> text, out double number)
    {
        number = double.NaN;
        if (text.Count((byte)',') != 1 || text.Length > 40)
            return false;
        Span<byte> pointed = stackalloc byte[text.Length];
        text.CopyTo(pointed);
        pointed[text.IndexOf((byte)',')] = (byte)'.';
        return JsonNumber.TryParse(pointed, out number, out var length) && length == pointed.Length;
    }

    static string Show(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(40, text.Length)]);
}
