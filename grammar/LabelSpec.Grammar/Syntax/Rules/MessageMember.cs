namespace LabelSpec.Grammar.Syntax;

/// <summary><c>message "text with {expressions}"</c>.</summary>
public sealed class MessageMember(Place place, MessageTemplate template) : Member(place)
{
    public MessageTemplate Template { get; } = template;

    protected override void AddChildren(ChildList children) => children.Add(Template);
}
