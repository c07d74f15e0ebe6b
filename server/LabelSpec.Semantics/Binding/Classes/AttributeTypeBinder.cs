using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds the types of attributes.</summary>
internal sealed class AttributeTypeBinder(ConstantBinder constants, ClassSetBinder classSets)
{
    public AttributeType Bind(Grammar.Syntax.AttributeType node, BindingSite site)
    {
        switch (node)
        {
            case Grammar.Syntax.BoolType:
                return new BoolAttributeType();
            case IntType type:
                return new IntAttributeType(Range(type.Range, Unit.Number, site));
            case Grammar.Syntax.NumberType type:
                return BindNumber(type, site);
            case Grammar.Syntax.TextType type:
                return new TextAttributeType(
                    type.Pattern?.Value,
                    type.Pattern is null ? null : PatternCompiler.Compile(type.Pattern, site)
                );
            case Grammar.Syntax.EnumType type:
                return new EnumAttributeType(BindValues(type.Values, site));
            case Grammar.Syntax.SetType type:
                return new SetAttributeType(BindValues(type.Values, site));
            case RefType type when classSets.Bind(type.Classes, site) is { } classes:
                return new RefAttributeType(classes);
            default:
                return UnknownAttributeType.Instance;
        }
    }

    private NumberAttributeType BindNumber(Grammar.Syntax.NumberType type, BindingSite site)
    {
        var unit = UnitOf(type);
        return new NumberAttributeType(Range(type.Range, unit, site), unit);
    }

    /// <summary>The written unit (the grammar lets only units stand there); without one, the unit of the ends of the range.</summary>
    private static Unit UnitOf(Grammar.Syntax.NumberType type)
    {
        if (type.Unit is { IsMissing: false } name)
        {
            return UnitNames.Find(name.Value) ?? Unit.Number;
        }
        var end = (type.Range?.Maximum ?? type.Range?.Minimum) as NumberLiteral;
        return end is null ? Unit.Number : UnitNames.TypeOf(end.Unit).Unit;
    }

    private NumericRange Range(RangeExpression? node, Unit unit, BindingSite site)
    {
        if (node is null)
        {
            return NumericRange.Everything;
        }
        // `number 0..1 px`: the ends may leave out the unit that stands behind them.
        if (!unit.IsScalar && Bare(node.Minimum) is { } lower && Bare(node.Maximum) is { } upper)
        {
            var range = new NumericRange(lower, upper);
            if (!range.IsEmpty)
            {
                return range;
            }
            unit = Unit.Number;
        }
        return constants.BindRange(node, unit, site) ?? NumericRange.Everything;

        double? Bare(Expression? end) =>
            end switch
            {
                null when end == node.Minimum && node.Minimum is null && node.Maximum is not null =>
                    double.NegativeInfinity,
                null => double.PositiveInfinity,
                NumberLiteral { Unit: Grammar.Syntax.Unit.None } literal => literal.Value,
                _ => null,
            };
    }

    private static ImmutableArray<EnumValueSymbol> BindValues(IReadOnlyList<EnumValue> nodes, BindingSite site)
    {
        var values = ImmutableArray.CreateBuilder<EnumValueSymbol>(nodes.Count);
        var byName = new Dictionary<string, EnumValueSymbol>(nodes.Count, StringComparer.Ordinal);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Name.IsMissing)
            {
                continue;
            }
            var value = new EnumValueSymbol(
                node.Name.Value,
                node.DatasetLabel?.Value ?? node.Name.Value,
                site.SpanOf(node.Name),
                site.SpanOf(node)
            )
            {
                Documentation = Documentation.TextOf(node.Documentation),
            };
            site.Index?.Declare(value);
            if (!byName.TryAdd(value.Name, value) || !labels.Add(value.Label))
            {
                site.Bag.Report(
                    SemanticDiagnostics.ValueDeclaredTwice,
                    value.NameSpan,
                    $"The value `{value.Name}` is declared already, or its dataset label is: each value stands once"
                );
                continue;
            }
            values.Add(value);
        }
        return values.DrainToImmutable();
    }
}
