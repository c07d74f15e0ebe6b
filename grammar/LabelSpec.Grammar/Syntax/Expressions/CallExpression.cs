namespace LabelSpec.Grammar.Syntax;

/// <summary><c>iou(a, b)</c>.</summary>
public sealed class CallExpression(Place place, Name function, IReadOnlyList<Expression> arguments) : Expression(place)
{
    public Name Function { get; } = function;

    public IReadOnlyList<Expression> Arguments { get; } = arguments;

    protected override void AddChildren(ChildList children) => children.Add(Function).Add(Arguments);
}
