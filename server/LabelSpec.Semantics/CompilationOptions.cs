namespace LabelSpec.Semantics;

/// <summary>What binding needs to know from outside.</summary>
public sealed record CompilationOptions
{
    public static readonly CompilationOptions Default = new();

    /// <summary>The built-in checks that a guideline may name; null accepts every name.</summary>
    public IReadOnlyList<KnownCheck>? KnownChecks { get; init; }
}
