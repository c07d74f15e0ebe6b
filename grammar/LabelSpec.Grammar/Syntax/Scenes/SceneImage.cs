namespace LabelSpec.Grammar.Syntax;

/// <summary><c>image 1920 x 1080 ["file.png"] { attr = value … }</c>; annotations after it, or in its block, lie in it.</summary>
public sealed class SceneImage(
    Place place,
    NumberLiteral width,
    NumberLiteral height,
    StringLiteral? file,
    MemberBlock? body
) : Member(place)
{
    public NumberLiteral Width { get; } = width;

    public NumberLiteral Height { get; } = height;

    public StringLiteral? File { get; } = file;

    public MemberBlock? Body { get; } = body;

    protected override void AddChildren(ChildList children) => children.Add(Width).Add(Height).Add(File).Add(Body);
}
