using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Says what to write where the units of two numbers do not fit.</summary>
internal static class UnitMismatch
{
    /// <param name="relation">What was tried, such as "cannot be compared".</param>
    public static void Report(
        Expression left,
        BoundExpression boundLeft,
        Expression right,
        BoundExpression boundRight,
        string relation,
        SourceSpan span,
        Scope scope
    )
    {
        var (advice, fixes) = Advise(left, boundLeft, right, boundRight, scope);
        if (advice is null)
        {
            (advice, fixes) = Advise(right, boundRight, left, boundLeft, scope);
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.IncompatibleUnits,
            span,
            $"`{TypeText.Quote(left)}` is {TypeText.Describe(boundLeft.Type)}, `{TypeText.Quote(right)}` is {TypeText.Describe(boundRight.Type)}: "
                + (advice ?? $"they {relation}"),
            fixes
        );
    }

    /// <summary>What to write instead of a number that should have the unit of another one.</summary>
    public static (string? Advice, ImmutableArray<SpecFix> Fixes) AdviseUnit(
        Expression number,
        Unit wanted,
        Scope scope
    ) =>
        Syntaxes.WithoutParentheses(number) is NumberLiteral { Unit: Grammar.Syntax.Unit.None } literal
        && Writable(wanted)
            ? Replace(literal, literal.ToText() + wanted, scope)
            : (null, []);

    private static (string? Advice, ImmutableArray<SpecFix> Fixes) Advise(
        Expression quantity,
        BoundExpression boundQuantity,
        Expression number,
        BoundExpression boundNumber,
        Scope scope
    )
    {
        var wanted = ((NumberType)boundQuantity.Type).Unit;
        if (wanted.IsScalar || Syntaxes.WithoutParentheses(number) is not NumberLiteral literal)
        {
            return (null, []);
        }
        var given = ((NumberType)boundNumber.Type).Unit;
        if (given.IsScalar && (given.Kind == ScalarKind.Ratio || IsFraction(literal)) && wanted.Pixels is 1 or 2)
        {
            return wanted.Metres != 0 || wanted.Degrees != 0 || wanted.Seconds != 0
                ? (null, [])
                : Replace(literal, $"{AsPercent(literal)} * {ImageSide(quantity, wanted)}", scope);
        }
        return given == Unit.Number ? AdviseUnit(number, wanted, scope) : (null, []);
    }

    private static (string Advice, ImmutableArray<SpecFix> Fixes) Replace(
        NumberLiteral literal,
        string text,
        Scope scope
    ) =>
        ($"write `{text}`", [new SpecFix($"Change to `{text}`", [new SpecTextEdit(scope.Site.SpanOf(literal), text)])]);

    private static bool Writable(Unit unit) => UnitNames.Find(unit.ToString()) is not null;

    private static bool IsFraction(NumberLiteral literal) =>
        literal.Unit == Grammar.Syntax.Unit.None && literal.Value is > 0 and < 1;

    private static string AsPercent(NumberLiteral literal) =>
        literal.Unit == Grammar.Syntax.Unit.Percent
            ? literal.ToText()
            : Math.Round(literal.Value * 100, 6).ToString(CultureInfo.InvariantCulture) + "%";

    private static string ImageSide(Expression quantity, Unit wanted)
    {
        if (wanted.Pixels == 2)
        {
            return "image.area";
        }
        var text = quantity.ToText();
        return
            text.EndsWith("height", StringComparison.Ordinal)
            || text.EndsWith("top", StringComparison.Ordinal)
            || text.EndsWith("bottom", StringComparison.Ordinal)
            || text.EndsWith(".y", StringComparison.Ordinal)
            ? "image.height"
            : "image.width";
    }
}
