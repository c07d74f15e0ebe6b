using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

public static partial class SemanticDiagnostics
{
    // Names and declarations
    public static readonly DiagnosticDescriptor UnknownName = new("LS1001", "Unknown name", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor UnknownClass = new("LS1002", "Unknown class", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor DeclaredTwice = new(
        "LS1003",
        "Name declared twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownMember = new(
        "LS1004",
        "Unknown member or attribute",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownValue = new("LS1005", "Unknown value", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "LS1006",
        "Unknown function",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownKeypoint = new(
        "LS1007",
        "Unknown skeleton or keypoint",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownRule = new("LS1008", "Unknown rule", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor UnknownCheck = new(
        "LS1009",
        "Unknown built-in check",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor LetRecursion = new(
        "LS1010",
        "A let refers to itself",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor HiddenMember = new(
        "LS1011",
        "Name hides a built-in member",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor LabelUsedTwice = new(
        "LS1012",
        "Label or alias used twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor IdUsedTwice = new(
        "LS1013",
        "Class id used twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor HotkeyUsedTwice = new(
        "LS1014",
        "Hotkey used twice",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor VariableHidesVariable = new(
        "LS1015",
        "Variable hides another one",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnusedLet = new("LS1016", "Unused let", DiagnosticSeverity.Hint);
    public static readonly DiagnosticDescriptor UnusedVariable = new(
        "LS1017",
        "Unused variable",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor UnknownSetting = new(
        "LS1018",
        "Unknown setting",
        DiagnosticSeverity.Error
    );

    // Files
    public static readonly DiagnosticDescriptor ImportNotFound = new(
        "LS1101",
        "Imported file not found",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ImportCycle = new(
        "LS1102",
        "Files import each other",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnusedImport = new("LS1103", "Unused import", DiagnosticSeverity.Hint);
    public static readonly DiagnosticDescriptor ImportedTwice = new(
        "LS1104",
        "File imported twice",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor HeaderMissing = new(
        "LS1105",
        "Guideline without a header",
        DiagnosticSeverity.Info
    );
    public static readonly DiagnosticDescriptor HeaderMisplaced = new(
        "LS1106",
        "Header is not the first declaration",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidVersion = new(
        "LS1107",
        "Not a semantic version",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor FutureVersion = new(
        "LS1108",
        "Version lies in the future",
        DiagnosticSeverity.Warning
    );
}
