using System.Globalization;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Rows;

/// <summary>
/// Looks whether columns keep to what their format says of them. What is out of range is kept as it is; −1 is how many formats write that
/// nothing is known.
/// </summary>
static class RowRanges
{
    const double Unknown = -1;

    /// <summary>Reports a number that is neither −1 nor between two others; what is no number is not judged.</summary>
    /// <param name="name">What the format calls the column.</param>
    /// <param name="meaning">What it holds: <c>a share</c>.</param>
    public static void Between(
        in TextRow row,
        int column,
        string name,
        string meaning,
        double low,
        double high,
        ProblemLog problems
    )
    {
        if (
            row.Number(column) is var number
            && (double.IsNaN(number) || number is Unknown || number >= low && number <= high)
        )
            return;
        problems.Report(
            RowProblems.OutOfRange,
            row.SpanOf(column),
            $"{name} is {Show(number)}; it is {meaning} from {Show(low)} to {Show(high)}, and −1 where it is not known."
        );
    }

    /// <summary>Reports a number that is neither −1 nor a whole one up to another; what is no number is not judged.</summary>
    public static void Code(in TextRow row, int column, string name, int last, ProblemLog problems)
    {
        if (
            row.Number(column) is var number
            && (double.IsNaN(number) || number >= Unknown && number <= last && number == Math.Floor(number))
        )
            return;
        problems.Report(
            RowProblems.UnknownValue,
            row.SpanOf(column),
            $"{name} is {Show(number)}; it is one of {string.Join(", ", Enumerable.Range(0, last + 1))}, and −1 where it is not known."
        );
    }

    static string Show(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
