using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Binds numbers and ranges that must be known while the guideline is written: limits, thresholds, types.</summary>
internal sealed class ConstantBinder(ExpressionBinder binder)
{
    /// <summary>A number in the given unit, or null (reported) if it is none, not constant, or of another unit.</summary>
    public double? BindNumber(Expression node, Unit unit, BindingSite site)
    {
        var scope = new Scope(site, ScopeKind.Constant);
        var bound = binder.BindValue(node, scope);
        if (bound.Type.IsError)
        {
            return null;
        }
        if (bound.Type is not NumberType number)
        {
            _ = ExpressionBinder.Mismatch(node, bound.Type, "a number", scope);
            return null;
        }
        if (!number.Unit.IsCompatibleWith(unit) && bound is not BoundNumber { Value: 0 })
        {
            var (advice, fixes) = UnitMismatch.AdviseUnit(node, unit, scope);
            site.Bag.Report(
                SemanticDiagnostics.IncompatibleUnits,
                site.SpanOf(node),
                $"`{TypeText.Quote(node)}` is {TypeText.Describe(number)}, where {Needed(unit)} is needed"
                    + (advice is null ? "" : $": {advice}"),
                fixes
            );
            return null;
        }
        if (RangeEvaluator.ConstantOf(bound) is { } value)
        {
            return value;
        }
        _ = ExpressionBinder.Mismatch(node, bound.Type, "a number that is the same everywhere", scope);
        return null;
    }

    /// <summary>A range in the given unit; null (reported) if it is wrong or holds nothing.</summary>
    public NumericRange? BindRange(RangeExpression node, Unit unit, BindingSite site)
    {
        var lower = node.Minimum is null ? double.NegativeInfinity : BindNumber(node.Minimum, unit, site);
        var upper = node.Maximum is null ? double.PositiveInfinity : BindNumber(node.Maximum, unit, site);
        if (lower is null || upper is null)
        {
            return null;
        }
        var range = new NumericRange(lower.Value, upper.Value);
        if (!range.IsEmpty)
        {
            return range;
        }
        site.Bag.Report(
            SemanticDiagnostics.EmptyRange,
            site.SpanOf(node),
            $"No number lies in `{TypeText.Quote(node)}`: the smaller end comes first",
            [
                new SpecFix(
                    "Swap the ends",
                    [new SpecTextEdit(site.SpanOf(node), $"{node.Maximum!.ToText()}..{node.Minimum!.ToText()}")]
                ),
            ]
        );
        return null;
    }

    /// <summary>A share from 0 to 1, or null (reported).</summary>
    public double? BindShare(Expression node, BindingSite site)
    {
        if (BindNumber(node, Unit.Ratio, site) is not { } share)
        {
            return null;
        }
        if (share is >= 0 and <= 1)
        {
            return share;
        }
        site.Bag.Report(
            SemanticDiagnostics.ShareOutOfRange,
            site.SpanOf(node),
            $"`{TypeText.Quote(node)}` is a share, which lies between 0% and 100%"
        );
        return null;
    }

    private static string Needed(Unit unit) => unit.IsScalar ? $"a {unit}" : $"a number in {unit}";
}
