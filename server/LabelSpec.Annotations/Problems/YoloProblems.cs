using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with YOLO label files and their data set's definition.</summary>
public static class YoloProblems
{
    public static ProblemKind ColumnCount { get; } = new("LS2301", "Wrong number of columns", Error);
    public static ProblemKind NotANumber { get; } = new("LS2302", "Column is no number", Error);
    public static ProblemKind UnknownClass { get; } = new("LS2303", "Class index out of range", Error);
    public static ProblemKind BadClass { get; } = new("LS2304", "Class is no whole number", Error);
    public static ProblemKind MixedTasks { get; } = new("LS2305", "Box row among polygon rows", Warning);
    public static ProblemKind LineEnds { get; } =
        new("LS2306", "Windows line ends in a label file", Info, IsPerFile: true);
    public static ProblemKind ClassCount { get; } = new("LS2307", "Number of classes and names disagree", Error);
    public static ProblemKind Definition { get; } =
        new("LS2308", "Data set definition cannot be used", Error, IsUnread: true);
    public static ProblemKind NoPictures { get; } = new("LS2309", "Pictures not found, sizes unknown", Info);
    public static ProblemKind Keypoints { get; } = new("LS2310", "Keypoint definition contradicts itself", Error);

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        ColumnCount,
        NotANumber,
        UnknownClass,
        BadClass,
        MixedTasks,
        LineEnds,
        ClassCount,
        Definition,
        NoPictures,
        Keypoints,
    ];
}
