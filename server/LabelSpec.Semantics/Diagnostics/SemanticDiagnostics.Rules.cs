using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

public static partial class SemanticDiagnostics
{
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
}
