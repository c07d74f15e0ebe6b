namespace LabelSpec.Grammar.Syntax;

/// <summary><c>[abstract] [ignore] class NAME ["dataset label"] [extends A, B] { … }</c>.</summary>
public sealed class ClassDeclaration(
    Place place,
    bool isAbstract,
    bool isIgnore,
    Name name,
    StringLiteral? datasetLabel,
    IReadOnlyList<Name> parents,
    MemberBlock? body
) : Declaration(place)
{
    public bool IsAbstract { get; } = isAbstract;

    public bool IsIgnore { get; } = isIgnore;

    public Name Name { get; } = name;

    /// <summary>What annotation files call the class; the name itself when null.</summary>
    public StringLiteral? DatasetLabel { get; } = datasetLabel;

    public IReadOnlyList<Name> Parents { get; } = parents;

    public MemberBlock? Body { get; } = body;

    public override MemberBlock? Block => Body;

    public override Name? DeclaredName => Name;

    protected override void AddChildren(ChildList children) =>
        children.Add(Name).Add(DatasetLabel).Add(Parents).Add(Body);
}
