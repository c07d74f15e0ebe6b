using System.Collections.Immutable;
using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Everything that can be wrong with the meaning of a guideline. Each code has a page in <c>docs/diagnostics</c>.</summary>
public static class SemanticDiagnostics
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

    // Logic
    public static readonly DiagnosticDescriptor AlwaysTrue = new(
        "LS1501",
        "Condition is always true",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor NeverTrue = new(
        "LS1502",
        "Condition is never true",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor NeverFails = new(
        "LS1503",
        "Requirement can never fail",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor NeverHolds = new(
        "LS1504",
        "Requirement can never hold",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor NeverApplies = new(
        "LS1505",
        "Rule can never apply",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor DivisionByZero = new(
        "LS1506",
        "Division by zero",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnreachableChoice = new(
        "LS1507",
        "Choice is never reached",
        DiagnosticSeverity.Warning
    );

    // Rules
    public static readonly DiagnosticDescriptor RuleWithoutBinder = new(
        "LS1601",
        "Rule without for",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor RuleWithoutAssertion = new(
        "LS1602",
        "Rule without require or forbid",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ClauseGivenTwice = new(
        "LS1603",
        "Clause given twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidFix = new(
        "LS1604",
        "Fix cannot be applied",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UntestedRule = new(
        "LS1605",
        "Rule without a test",
        DiagnosticSeverity.Info
    );
    public static readonly DiagnosticDescriptor TooManyVariables = new(
        "LS1606",
        "More than two annotations bound",
        DiagnosticSeverity.Error
    );

    // Scenes
    public static readonly DiagnosticDescriptor SceneWithoutImage = new(
        "LS1701",
        "Scene without an image size",
        DiagnosticSeverity.Info
    );
    public static readonly DiagnosticDescriptor ShapeNotAllowed = new(
        "LS1702",
        "Shape that the class does not allow",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ShapeOutsideImage = new(
        "LS1703",
        "Shape outside the image",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor UnknownSceneName = new(
        "LS1704",
        "Unknown annotation of the scene",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidGeometry = new(
        "LS1705",
        "Geometry without extent",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor FrameGivenTwice = new(
        "LS1706",
        "Frame given twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ContradictoryExpectations = new(
        "LS1707",
        "Expectations contradict each other",
        DiagnosticSeverity.Error
    );

    // Skeletons and quality
    public static readonly DiagnosticDescriptor InvalidEdge = new(
        "LS1801",
        "Edge of a skeleton is wrong",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor SigmaCount = new(
        "LS1802",
        "Sigmas do not fit the points",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidFlip = new(
        "LS1803",
        "Flip pair is wrong",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownMetric = new(
        "LS1804",
        "Unknown metric",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidThreshold = new(
        "LS1805",
        "Threshold that cannot decide anything",
        DiagnosticSeverity.Warning
    );

    /// <summary>The whole catalogue, in the order of the codes.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownName,
        UnknownClass,
        DeclaredTwice,
        UnknownMember,
        UnknownValue,
        UnknownFunction,
        UnknownKeypoint,
        UnknownRule,
        UnknownCheck,
        LetRecursion,
        HiddenMember,
        LabelUsedTwice,
        IdUsedTwice,
        HotkeyUsedTwice,
        VariableHidesVariable,
        UnusedLet,
        UnusedVariable,
        UnknownSetting,
        ImportNotFound,
        ImportCycle,
        UnusedImport,
        ImportedTwice,
        HeaderMissing,
        HeaderMisplaced,
        InvalidVersion,
        FutureVersion,
        InheritanceCycle,
        LoosenedLimit,
        ContradictoryParents,
        AbstractClassUsed,
        AbstractWithoutChildren,
        UndescribedClass,
        MemberGivenTwice,
        EmptyRange,
        DeprecatedClassUsed,
        InvalidClassId,
        InvalidHotkey,
        ParentNamedTwice,
        ShareOutOfRange,
        InvalidDefault,
        ValueDeclaredTwice,
        UnexplainedValue,
        InvalidPattern,
        RequiredWithDefault,
        ConflictingClauses,
        WrongType,
        IncompatibleUnits,
        WrongArgumentCount,
        NotOfThisShape,
        NotAvailableHere,
        NotOrdered,
        TooComplex,
        AlwaysTrue,
        NeverTrue,
        NeverFails,
        NeverHolds,
        NeverApplies,
        DivisionByZero,
        UnreachableChoice,
        RuleWithoutBinder,
        RuleWithoutAssertion,
        ClauseGivenTwice,
        InvalidFix,
        UntestedRule,
        TooManyVariables,
        SceneWithoutImage,
        ShapeNotAllowed,
        ShapeOutsideImage,
        UnknownSceneName,
        InvalidGeometry,
        FrameGivenTwice,
        ContradictoryExpectations,
        InvalidEdge,
        SigmaCount,
        InvalidFlip,
        UnknownMetric,
        InvalidThreshold,
    ];

    /// <summary>The entry of a code, or null.</summary>
    public static DiagnosticDescriptor? Find(string code)
    {
        foreach (var descriptor in All)
        {
            if (descriptor.Code == code)
            {
                return descriptor;
            }
        }
        return null;
    }
}
