namespace LabelSpec.Grammar.Syntax;

/// <summary>A name as written, where it is defined or used.</summary>
public sealed class Name(Place place, string value) : SyntaxNode(place)
{
    /// <summary>Without backticks or quotes; empty where the name is missing.</summary>
    public string Value { get; } = value;

    public bool IsMissing => Span.IsEmpty;

    public override string ToString() => Value;
}
