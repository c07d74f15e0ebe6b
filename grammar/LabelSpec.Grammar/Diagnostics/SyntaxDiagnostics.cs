using static LabelSpec.Grammar.Diagnostics.DiagnosticSeverity;

namespace LabelSpec.Grammar.Diagnostics;

/// <summary>Everything that can be wrong with the syntax of a guideline. Each has a page in <c>grammar/docs/diagnostics</c>.</summary>
public static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCharacter = new("LS0001", "Unknown character", Error);
    public static readonly DiagnosticDescriptor UnclosedString = new("LS0002", "Unclosed string", Error);
    public static readonly DiagnosticDescriptor UnclosedComment = new("LS0003", "Unclosed comment", Error);
    public static readonly DiagnosticDescriptor UnclosedName = new(
        "LS0004",
        "Unclosed or empty name in backticks",
        Error
    );
    public static readonly DiagnosticDescriptor UnknownUnit = new("LS0005", "Unknown unit", Error);
    public static readonly DiagnosticDescriptor UnknownEscape = new("LS0006", "Unknown escape in a string", Warning);
    public static readonly DiagnosticDescriptor MalformedColor = new("LS0007", "Malformed colour", Error);
    public static readonly DiagnosticDescriptor UnknownDeclaration = new("LS0010", "Unknown declaration", Error);
    public static readonly DiagnosticDescriptor UnknownMember = new("LS0011", "Unknown member", Error);
    public static readonly DiagnosticDescriptor UnexpectedToken = new("LS0012", "Something else was expected", Error);
    public static readonly DiagnosticDescriptor MissingOpenBrace = new("LS0013", "Missing opening brace", Error);
    public static readonly DiagnosticDescriptor MissingCloseBrace = new("LS0014", "Missing closing brace", Error);
    public static readonly DiagnosticDescriptor ExtraCloseBrace = new(
        "LS0015",
        "Closing brace without an opening one",
        Error
    );
    public static readonly DiagnosticDescriptor MissingName = new("LS0016", "Missing name", Error);
    public static readonly DiagnosticDescriptor MissingExpression = new("LS0017", "Missing expression", Error);
    public static readonly DiagnosticDescriptor MissingCloseParen = new("LS0018", "Missing closing parenthesis", Error);
    public static readonly DiagnosticDescriptor NestedTooDeep = new("LS0019", "Nested too deep", Error);
    public static readonly DiagnosticDescriptor MalformedInterpolation = new(
        "LS0020",
        "Malformed expression in a message",
        Error
    );
    public static readonly DiagnosticDescriptor ForeignOperator = new("LS0021", "Operator of another language", Error);
    public static readonly DiagnosticDescriptor MisplacedMember = new("LS0022", "Member of another block", Error);
    public static readonly DiagnosticDescriptor UnknownSeverity = new("LS0023", "Unknown severity", Error);

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        UnknownCharacter,
        UnclosedString,
        UnclosedComment,
        UnclosedName,
        UnknownUnit,
        UnknownEscape,
        MalformedColor,
        UnknownDeclaration,
        UnknownMember,
        UnexpectedToken,
        MissingOpenBrace,
        MissingCloseBrace,
        ExtraCloseBrace,
        MissingName,
        MissingExpression,
        MissingCloseParen,
        NestedTooDeep,
        MalformedInterpolation,
        ForeignOperator,
        MisplacedMember,
        UnknownSeverity,
    ];
}
