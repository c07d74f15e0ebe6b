namespace LabelSpec.Grammar.Syntax;

/// <summary><c>overlap A, B: allowed | none | below [iou | mask] 85%</c>; one operand means the class with itself.</summary>
public sealed class OverlapDeclaration(
    Place place,
    IReadOnlyList<ClassSet> classes,
    OverlapPolicy policy,
    OverlapMeasure measure,
    NumberLiteral? limit,
    StringLiteral? reason
) : Declaration(place)
{
    public IReadOnlyList<ClassSet> Classes { get; } = classes;

    public OverlapPolicy Policy { get; } = policy;

    public OverlapMeasure Measure { get; } = measure;

    /// <summary>Only with <see cref="OverlapPolicy.Below"/>.</summary>
    public NumberLiteral? Limit { get; } = limit;

    public StringLiteral? Reason { get; } = reason;

    protected override void AddChildren(ChildList children) => children.Add(Classes).Add(Limit).Add(Reason);
}
