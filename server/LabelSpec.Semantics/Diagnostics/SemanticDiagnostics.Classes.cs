using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

public static partial class SemanticDiagnostics
{
    // Classes
    public static readonly DiagnosticDescriptor InheritanceCycle = new(
        "LS1201",
        "Class extends itself",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor LoosenedLimit = new(
        "LS1202",
        "Class allows what its parent forbids",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ContradictoryParents = new(
        "LS1203",
        "Parents contradict each other",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor AbstractClassUsed = new(
        "LS1204",
        "Abstract class in place of a concrete one",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor AbstractWithoutChildren = new(
        "LS1205",
        "Abstract class that nothing extends",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor UndescribedClass = new(
        "LS1206",
        "Class without description or example",
        DiagnosticSeverity.Info
    );
    public static readonly DiagnosticDescriptor MemberGivenTwice = new(
        "LS1207",
        "Member given twice",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor EmptyRange = new(
        "LS1208",
        "Range that holds nothing",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor DeprecatedClassUsed = new(
        "LS1209",
        "Deprecated class",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor InvalidClassId = new(
        "LS1210",
        "Class id is not a whole number",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidHotkey = new(
        "LS1211",
        "Hotkey is not one key",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor ParentNamedTwice = new(
        "LS1212",
        "Redundant parent",
        DiagnosticSeverity.Hint
    );
    public static readonly DiagnosticDescriptor ShareOutOfRange = new(
        "LS1213",
        "Share outside 0 to 100 %",
        DiagnosticSeverity.Error
    );

    // Attributes
    public static readonly DiagnosticDescriptor InvalidDefault = new(
        "LS1301",
        "Value does not fit the attribute",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ValueDeclaredTwice = new(
        "LS1302",
        "Value declared twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnexplainedValue = new(
        "LS1303",
        "Value that nothing explains",
        DiagnosticSeverity.Hint
    );
    public static readonly DiagnosticDescriptor InvalidPattern = new(
        "LS1304",
        "Pattern cannot be used",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor RequiredWithDefault = new(
        "LS1305",
        "Required attribute with a default",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor ConflictingClauses = new(
        "LS1306",
        "Clauses of an attribute contradict each other",
        DiagnosticSeverity.Warning
    );

    // Types and units
    public static readonly DiagnosticDescriptor WrongType = new("LS1401", "Wrong type", DiagnosticSeverity.Error);
    public static readonly DiagnosticDescriptor IncompatibleUnits = new(
        "LS1402",
        "Units do not fit",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor WrongArgumentCount = new(
        "LS1403",
        "Wrong number of arguments",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor NotOfThisShape = new(
        "LS1404",
        "No shape of the class has this",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor NotAvailableHere = new(
        "LS1405",
        "Not available here",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor NotOrdered = new(
        "LS1406",
        "Values without an order",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor TooComplex = new(
        "LS1407",
        "Expression too large",
        DiagnosticSeverity.Error
    );
}
