namespace LabelSpec.Semantics.Types;

/// <summary>The type of an expression. Types are compared by value.</summary>
public abstract record LabelType
{
    /// <summary>The type as messages name it.</summary>
    public abstract string DisplayName { get; }

    public bool IsError => this is ErrorType;

    public sealed override string ToString() => DisplayName;
}
