namespace LabelSpec.Grammar.Syntax;

/// <summary><c>let NAME = EXPR</c> (a constant) or <c>let NAME(p, …) = EXPR</c> (a predicate).</summary>
public sealed class LetDeclaration(Place place, Name name, IReadOnlyList<Name>? parameters, Expression value)
    : Declaration(place)
{
    public Name Name { get; } = name;

    /// <summary>Null for a constant.</summary>
    public IReadOnlyList<Name>? Parameters { get; } = parameters;

    public Expression Value { get; } = value;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) => children.Add(Name).Add(Parameters).Add(Value);
}
