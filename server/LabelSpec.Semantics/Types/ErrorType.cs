namespace LabelSpec.Semantics.Types;

/// <summary>The type of what has been reported as wrong already; it fits everywhere, so that one mistake is told once.</summary>
public sealed record ErrorType : LabelType
{
    public static readonly ErrorType Instance = new();

    public override string DisplayName => "?";
}
