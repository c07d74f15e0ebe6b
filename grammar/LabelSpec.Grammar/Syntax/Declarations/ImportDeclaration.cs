namespace LabelSpec.Grammar.Syntax;

/// <summary><c>import "PATH"</c>.</summary>
public sealed class ImportDeclaration(Place place, StringLiteral path) : Declaration(place)
{
    public StringLiteral Path { get; } = path;

    protected override void AddChildren(ChildList children) => children.Add(Path);
}
