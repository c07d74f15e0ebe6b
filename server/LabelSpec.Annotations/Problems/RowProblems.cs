using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with text files of one annotation a line: KITTI, MOT, DOTA, CSV and their like.</summary>
public static class RowProblems
{
    public static ProblemKind ColumnCount { get; } = new("LS2401", "Wrong number of columns in a row", Error);
    public static ProblemKind NotANumber { get; } = new("LS2402", "Column of a row is no number", Error);
    public static ProblemKind DecimalComma { get; } =
        new("LS2403", "Decimal comma", Error, IsPerFile: true, HasFix: true);
    public static ProblemKind CountDiffers { get; } = new("LS2404", "Stated number of rows is wrong", Error);
    public static ProblemKind MissingColumn { get; } =
        new("LS2405", "Column missing in the header", Error, IsUnread: true);
    public static ProblemKind UnknownValue { get; } = new("LS2406", "Value that the format does not know", Warning);
    public static ProblemKind NoSuchFrame { get; } =
        new("LS2407", "Frame that the sequence does not have", Warning, IsPerFile: true);
    public static ProblemKind AngleRange { get; } = new("LS2408", "Angle out of range", Warning, IsPerFile: true);
    public static ProblemKind OutOfRange { get; } =
        new("LS2409", "Number of a row out of its range", Warning, IsPerFile: true);

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        ColumnCount,
        NotANumber,
        DecimalComma,
        CountDiffers,
        MissingColumn,
        UnknownValue,
        NoSuchFrame,
        AngleRange,
        OutOfRange,
    ];
}
