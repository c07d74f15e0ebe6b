namespace LabelSpec.Grammar.Syntax;

/// <summary><c>otherwise B</c>.</summary>
public sealed class OtherwiseMember(Place place, Name @class) : Member(place)
{
    public Name Class { get; } = @class;

    protected override void AddChildren(ChildList children) => children.Add(Class);
}
