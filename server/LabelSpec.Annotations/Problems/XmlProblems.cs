using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with XML files: their syntax, and elements that are not what the format says.</summary>
public static class XmlProblems
{
    public static ProblemKind Syntax { get; } = new("LS2201", "XML syntax error", Error, IsUnread: true);
    public static ProblemKind Truncated { get; } = new("LS2202", "XML ends too early", Error, IsUnread: true);
    public static ProblemKind WrongEndTag { get; } = new("LS2203", "End tag does not match", Error);
    public static ProblemKind TooDeep { get; } = new("LS2204", "XML nested too deeply", Error, IsUnread: true);
    public static ProblemKind Encoding { get; } = new("LS2205", "XML encoding is not supported", Error, IsUnread: true);
    public static ProblemKind TooLarge { get; } = new("LS2206", "XML file too large", Error, IsUnread: true);
    public static ProblemKind MissingValue { get; } = new("LS2207", "Required attribute or element missing", Error);
    public static ProblemKind NotANumber { get; } = new("LS2208", "Not a number", Error);
    public static ProblemKind UnknownShape { get; } = new("LS2209", "Unknown shape", Warning);
    public static ProblemKind BadMask { get; } = new("LS2210", "Mask cannot be decoded", Error);

    public static ProblemKind Entities { get; } = new("LS2211", "Entities are not resolved", Warning);

    public static ProblemKind NoSuchFrame { get; } =
        new("LS2212", "Frame that the video does not have", Warning, IsPerFile: true);
    public static ProblemKind OpenTrack { get; } = new("LS2213", "Track is never closed", Warning, IsPerFile: true);
    public static ProblemKind NotAFlag { get; } =
        new("LS2214", "Flag of an element is neither 0 nor 1", Warning, IsPerFile: true);

    public static ImmutableArray<ProblemKind> All { get; } =
    [
        Syntax,
        Truncated,
        WrongEndTag,
        TooDeep,
        Encoding,
        TooLarge,
        MissingValue,
        NotANumber,
        UnknownShape,
        BadMask,
        Entities,
        NoSuchFrame,
        OpenTrack,
        NotAFlag,
    ];
}
