using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds values that a guideline gives to attributes: defaults, and those of scenes and examples.</summary>
internal sealed class AttributeValueBinder(ConstantBinder constants)
{
    /// <summary>The value, or null (reported) if it does not fit the type.</summary>
    public AttributeValue? Bind(Expression node, string attribute, AttributeType type, BindingSite site)
    {
        var value = Syntaxes.WithoutParentheses(node);
        switch (type)
        {
            case UnknownAttributeType:
                return null;
            case var _ when value is MissingExpression:
                return null;
            case BoolAttributeType when value is BooleanLiteral literal:
                return new BoolValue(literal.Value);
            case BoolAttributeType:
                return Reject(value, attribute, "`true` or `false`", site);
            case IntAttributeType { Range: var range }:
                return BindNumber(value, attribute, range, Unit.Number, true, site);
            case NumberAttributeType { Range: var range, Unit: var unit }:
                return BindNumber(value, attribute, range, unit, false, site);
            case TextAttributeType text:
                return BindText(value, attribute, text, site);
            case EnumAttributeType { Values: var values }:
                return BindWord(value, attribute, values, site) is { } word ? new TextValue(word) : null;
            case SetAttributeType { Values: var values }:
                return BindSet(value, attribute, values, site);
            default:
                return value is NameExpression { Name: { IsMissing: false } name }
                    ? new ReferenceValue(name.Value)
                    : Reject(value, attribute, "the name of an annotation of the scene", site);
        }
    }

    private NumberValue? BindNumber(
        Expression node,
        string attribute,
        NumericRange range,
        Unit unit,
        bool isWhole,
        BindingSite site
    )
    {
        var needed =
            (isWhole ? "a whole number" : "a number") + (range == NumericRange.Everything ? "" : $" in {range}");
        if (node is StringLiteral or BooleanLiteral or SetExpression)
        {
            Reject(node, attribute, needed, site);
            return null;
        }
        // Inside a scene a bare number is in the unit of the attribute.
        var number = node is NumberLiteral { Unit: Grammar.Syntax.Unit.None } literal
            ? literal.Value
            : constants.BindNumber(node, unit, site);
        if (number is not { } value)
        {
            return null;
        }
        if (!range.Contains(value) || (isWhole && value != Math.Floor(value)))
        {
            Reject(node, attribute, needed, site);
            return null;
        }
        return new NumberValue(value);
    }

    private static TextValue? BindText(Expression node, string attribute, TextAttributeType type, BindingSite site)
    {
        if (node is not StringLiteral literal)
        {
            Reject(node, attribute, "text in quotes", site);
            return null;
        }
        if (type.Regex?.IsMatch(literal.Value) == false)
        {
            Reject(node, attribute, $"text that matches \"{type.Pattern}\"", site);
            return null;
        }
        return new TextValue(literal.Value);
    }

    private static SetValue? BindSet(
        Expression node,
        string attribute,
        ImmutableArray<EnumValueSymbol> values,
        BindingSite site
    )
    {
        var items = node is SetExpression set ? set.Items : [node];
        var words = ImmutableArray.CreateBuilder<string>(items.Count);
        foreach (var item in items)
        {
            if (BindWord(item, attribute, values, site) is not { } word)
            {
                return null;
            }
            words.Add(word);
        }
        return new SetValue(words.DrainToImmutable());
    }

    private static string? BindWord(
        Expression node,
        string attribute,
        ImmutableArray<EnumValueSymbol> values,
        BindingSite site
    )
    {
        var word = Syntaxes.WithoutParentheses(node) switch
        {
            NameExpression { Name: { IsMissing: false } name } => name.Value,
            StringLiteral literal => literal.Value,
            BooleanLiteral literal => literal.Value ? "true" : "false",
            NumberLiteral literal => literal.ToText(),
            _ => null,
        };
        if (word is null)
        {
            return null;
        }
        foreach (var value in values)
        {
            if (value.Name == word)
            {
                site.Use(value, node);
                return word;
            }
        }
        var names = values.Select(value => value.Name).ToArray();
        var span = site.SpanOf(node);
        var suggestion = Suggestion.For(word, names, span);
        site.Bag.Report(
            SemanticDiagnostics.UnknownValue,
            span,
            $"`{attribute}` has no value `{word}`"
                + (suggestion.Name is null ? ": write " + TypeText.Choices(names) : suggestion.Question),
            suggestion.Fixes
        );
        return null;
    }

    private static AttributeValue? Reject(Expression node, string attribute, string needed, BindingSite site)
    {
        site.Bag.Report(
            SemanticDiagnostics.InvalidDefault,
            site.SpanOf(node),
            $"`{attribute}` is {needed}, and `{TypeText.Quote(node)}` is not"
        );
        return null;
    }
}
