using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Rules;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds <c>overlap A, B: below 85%</c> and turns limits into rules over pairs.</summary>
internal sealed class OverlapBinder(BindingServices services, RuleList rules)
{
    public List<OverlapSymbol> Overlaps { get; } = [];

    public void Bind(OverlapDeclaration node, BindingSite site)
    {
        var sets = new List<ClassSet>(2);
        foreach (var classes in node.Classes)
        {
            if (services.ClassSets.Bind(classes, site) is not { } set)
            {
                return;
            }
            sets.Add(set);
        }
        double? limit = node.Policy switch
        {
            OverlapPolicy.Allowed => null,
            OverlapPolicy.None => 0,
            _ => node.Limit is null ? null : services.Constants.BindShare(node.Limit, site),
        };
        if (sets.Count == 0 || (node.Policy == OverlapPolicy.Below && limit is null))
        {
            return;
        }
        var measure = (OverlapMeasure)(int)node.Measure;
        // More than two operands: each one with each other one.
        for (var i = 0; i < sets.Count; i++)
        {
            for (var j = sets.Count == 1 ? i : i + 1; j < sets.Count; j++)
            {
                Add(node, sets[i], sets[j], measure, limit, site);
            }
        }
    }

    private void Add(
        OverlapDeclaration node,
        ClassSet first,
        ClassSet second,
        OverlapMeasure measure,
        double? limit,
        BindingSite site
    )
    {
        var span = site.SpanOf(node);
        Overlaps.Add(new OverlapSymbol(first, second, measure, limit, node.Reason?.Value, span));
        if (limit is not { } most)
        {
            return;
        }
        var a = Lowering.Variable("a", first, span);
        var b = Lowering.Variable("b", second, span);
        var overlap = Overlap(measure, most > 0, a, b, span);
        var what = first.Equals(second) ? first.Text : $"{first.Text} and {second.Text}";
        rules.Add(
            new RuleSymbol(
                rules.FreeName(NameOf("overlap", first, second)),
                new UnorderedPairBinder(a, b),
                new RuleOrigin(RuleOriginKind.Overlap, null, null, span),
                span,
                span
            )
            {
                Documentation = Documentation.TextOf(node.Documentation) ?? node.Reason?.Value,
                Assertions =
                [
                    Lowering.Forbid(
                        Lowering.Compare(
                            overlap,
                            most > 0 ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater,
                            Lowering.Number(most, NumberType.Ratio, span),
                            span
                        ),
                        span
                    ),
                ],
                Message = Lowering.OverlapMessage(
                    span,
                    a,
                    b,
                    overlap,
                    most > 0 ? $", must stay below {Percent(most)}: {what}" : $", must not overlap: {what}"
                ),
            }
        );
    }

    /// <summary>Shared pixels count by their share of the smaller of the two shapes.</summary>
    private static BoundCall Overlap(
        OverlapMeasure measure,
        bool hasLimit,
        VariableSymbol a,
        VariableSymbol b,
        SourceSpan span
    )
    {
        if (measure == OverlapMeasure.Iou && hasLimit)
        {
            return Call(BuiltInFunction.Iou, Lowering.Use(a, span), Lowering.Use(b, span));
        }
        var covered = Call(BuiltInFunction.Overlap, Lowering.Use(a, span), Lowering.Use(b, span));
        return hasLimit
            ? Call(
                BuiltInFunction.Max,
                covered,
                Call(BuiltInFunction.Overlap, Lowering.Use(b, span), Lowering.Use(a, span))
            )
            : covered;

        BoundCall Call(BuiltInFunction function, BoundExpression first, BoundExpression second) =>
            new(function, [first, second], NumberType.Ratio, span);
    }

    private static string NameOf(string kind, ClassSet first, ClassSet second) =>
        first.Equals(second) ? $"{kind}.{Word(first)}" : $"{kind}.{Word(first)}.{Word(second)}";

    private static string Word(ClassSet set) => set.Text.Replace(" ", "", StringComparison.Ordinal);

    private static string Percent(double share) =>
        Math.Round(share * 100, 6).ToString(System.Globalization.CultureInfo.InvariantCulture) + "%";
}
