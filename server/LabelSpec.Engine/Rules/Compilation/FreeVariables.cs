using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>What an expression needs to be bound before it has a value.</summary>
sealed class FreeVariables
{
    readonly HashSet<VariableSymbol> bound = [];

    FreeVariables() { }

    public HashSet<VariableSymbol> Variables { get; } = [];

    /// <summary>Whether the image of the rule is asked for.</summary>
    public bool Image { get; private set; }

    public static FreeVariables Of(params ReadOnlySpan<BoundExpression?> expressions)
    {
        var found = new FreeVariables();
        foreach (var expression in expressions)
            found.Visit(expression);
        return found;
    }

    void Visit(BoundExpression? expression)
    {
        switch (expression)
        {
            case null:
                break;
            case BoundVariable variable:
                if (!bound.Contains(variable.Variable))
                    Variables.Add(variable.Variable);
                break;
            case BoundImage:
                Image = true;
                break;
            case BoundLetCall call:
                Visit(call.Body);
                break;
            case BoundQuantifier quantifier:
                VisitDomain(quantifier.Domain);
                VisitInside(quantifier.Variable, quantifier.Where, quantifier.Satisfies);
                break;
            case BoundAggregate aggregate:
                VisitDomain(aggregate.Domain);
                VisitInside(aggregate.Variable, aggregate.Where, aggregate.Value);
                break;
            default:
                foreach (var part in BoundParts.Of(expression))
                    Visit(part);
                break;
        }
    }

    void VisitDomain(BoundDomain domain)
    {
        Visit(domain.Of);
        Image |= domain is { Kind: DomainKind.Image or DomainKind.Group or DomainKind.Track, Of: null };
    }

    void VisitInside(VariableSymbol variable, BoundExpression? first, BoundExpression? second)
    {
        bound.Add(variable);
        Visit(first);
        Visit(second);
        bound.Remove(variable);
    }
}
