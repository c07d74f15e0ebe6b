using System.Collections.Immutable;

namespace LabelSpec.Semantics;

/// <summary>A built-in check as a guideline may name it.</summary>
/// <param name="Code">Such as <c>LS2007</c>.</param>
/// <param name="Name">Such as <c>near_duplicate</c>.</param>
/// <param name="Settings">The settings that <c>check</c> may give; default accepts every setting.</param>
public sealed record KnownCheck(string Code, string Name, ImmutableArray<string> Settings);
