using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with JSON files: their syntax, and fields that are not what the format says.</summary>
public static class JsonProblems
{
    public static ProblemKind Syntax { get; } = new("LS2101", "JSON syntax error", Error, IsUnread: true);
    public static ProblemKind Truncated { get; } = new("LS2102", "JSON ends too early", Error, IsUnread: true);
    public static ProblemKind NonStandardLiteral { get; } =
        new("LS2103", "NaN or Infinity in JSON", Error, IsPerFile: true);
    public static ProblemKind TrailingText { get; } = new("LS2104", "Text after the end of the JSON", Warning);
    public static ProblemKind Comment { get; } = new("LS2105", "Comment in JSON", Warning, IsPerFile: true);
    public static ProblemKind SingleQuotes { get; } = new("LS2106", "Single quotes in JSON", Error, IsPerFile: true);
    public static ProblemKind TrailingComma { get; } =
        new("LS2107", "Comma before a closing bracket", Warning, IsPerFile: true, HasFix: true);
    public static ProblemKind TooDeep { get; } = new("LS2108", "JSON nested too deeply", Warning, IsPerFile: true);
    public static ProblemKind DuplicateKey { get; } = new("LS2109", "Key given twice", Warning);
    public static ProblemKind MisspeltKey { get; } =
        new("LS2110", "Misspelt key", Warning, IsPerFile: true, HasFix: true);
    public static ProblemKind MissingField { get; } = new("LS2111", "Required field missing", Error);
    public static ProblemKind WrongType { get; } = new("LS2112", "Field of the wrong type", Error);
    public static ProblemKind TextId { get; } =
        new("LS2113", "Id written as text", Warning, IsPerFile: true, HasFix: true);
    public static ProblemKind UnusableId { get; } = new("LS2114", "Id is no 64-bit integer", Error);
    public static ProblemKind BoxNumbers { get; } = new("LS2115", "Box does not have four numbers", Error);
    public static ProblemKind FlatSegmentation { get; } =
        new("LS2116", "Polygon is a flat list of numbers", Warning, IsPerFile: true);
    public static ProblemKind NotAFlag { get; } = new("LS2117", "Flag is neither 0 nor 1", Error);
    public static ProblemKind MissingSection { get; } = new("LS2118", "Section missing", Warning);

    public static ProblemKind UnequalArrays { get; } = new("LS2119", "Lists of x and y differ in length", Error);

    public static ProblemKind OpenRing { get; } = new("LS2120", "Ring is not closed", Warning, HasFix: true);
    public static ProblemKind Geographic { get; } = new("LS2121", "Coordinates are not pixels", Info, IsPerFile: true);
    public static ProblemKind BrokenLink { get; } = new("LS2122", "Link between records is broken", Warning, true);

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        Syntax,
        Truncated,
        NonStandardLiteral,
        TrailingText,
        Comment,
        SingleQuotes,
        TrailingComma,
        TooDeep,
        DuplicateKey,
        MisspeltKey,
        MissingField,
        WrongType,
        TextId,
        UnusableId,
        BoxNumbers,
        FlatSegmentation,
        NotAFlag,
        MissingSection,
        UnequalArrays,
        OpenRing,
        Geographic,
        BrokenLink,
    ];
}
