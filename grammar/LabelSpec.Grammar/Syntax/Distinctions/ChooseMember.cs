namespace LabelSpec.Grammar.Syntax;

/// <summary><c>choose A when EXPR [or "prose"]</c> or <c>choose A when "prose"</c>.</summary>
public sealed class ChooseMember(Place place, Name @class, Expression? condition, StringLiteral? prose) : Member(place)
{
    public Name Class { get; } = @class;

    public Expression? Condition { get; } = condition;

    public StringLiteral? Prose { get; } = prose;

    protected override void AddChildren(ChildList children) => children.Add(Class).Add(Condition).Add(Prose);
}
