namespace LabelSpec.Grammar.Syntax;

/// <summary><c>size at least 8px x 8px [at 640px wide]</c>; with one length, both sides.</summary>
public sealed class SizeMember(
    Place place,
    SizeBound bound,
    Expression width,
    Expression? height,
    NumberLiteral? referenceWidth,
    IReadOnlyList<ConditionClause> conditions
) : Member(place)
{
    public SizeBound Bound { get; } = bound;

    public Expression Width { get; } = width;

    public Expression? Height { get; } = height;

    /// <summary>The image width at which the limit holds; it scales with the image.</summary>
    public NumberLiteral? ReferenceWidth { get; } = referenceWidth;

    public IReadOnlyList<ConditionClause> Conditions { get; } = conditions;

    protected override void AddChildren(ChildList children) =>
        children.Add(Width).Add(Height).Add(ReferenceWidth).Add(Conditions);
}
