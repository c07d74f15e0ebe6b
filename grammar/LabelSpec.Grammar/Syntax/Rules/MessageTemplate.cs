namespace LabelSpec.Grammar.Syntax;

/// <summary>A string with expressions in braces.</summary>
public sealed class MessageTemplate(Place place, IReadOnlyList<MessagePart> parts) : SyntaxNode(place)
{
    public IReadOnlyList<MessagePart> Parts { get; } = parts;

    protected override void AddChildren(ChildList children) => children.Add(Parts);
}
