using System.Collections.Immutable;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks;

/// <summary>A built-in check as the catalogue lists it.</summary>
/// <param name="Code">Stable; also the name of its page in <c>docs/diagnostics</c>.</param>
/// <param name="Name">A word that a guideline may use in place of the code.</param>
/// <param name="Title">What it finds, in a few words.</param>
/// <param name="Severity">Unless the guideline or the project file says otherwise.</param>
public sealed record CheckInfo(string Code, string Name, string Title, Severity Severity)
{
    /// <summary>The numbers that decide, which a guideline may change.</summary>
    public ImmutableArray<CheckParameter> Parameters { get; init; } = [];

    /// <summary>Whether its findings offer a repair.</summary>
    public bool HasFix { get; init; }
}
