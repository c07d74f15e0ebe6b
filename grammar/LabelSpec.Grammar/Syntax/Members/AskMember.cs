namespace LabelSpec.Grammar.Syntax;

/// <summary><c>ask "question" [about CLASSES] [when EXPR] [sample 2%]</c>: a review question.</summary>
public sealed class AskMember(
    Place place,
    StringLiteral question,
    ClassSet? about,
    Expression? condition,
    NumberLiteral? sample
) : Member(place)
{
    public StringLiteral Question { get; } = question;

    public ClassSet? About { get; } = about;

    public Expression? Condition { get; } = condition;

    public NumberLiteral? Sample { get; } = sample;

    protected override void AddChildren(ChildList children) =>
        children.Add(Question).Add(About).Add(Condition).Add(Sample);
}
