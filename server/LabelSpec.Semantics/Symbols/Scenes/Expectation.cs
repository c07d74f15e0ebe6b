using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>What must be found in a scene, or must not.</summary>
/// <param name="RuleName">A rule, or the code or name of a built-in check; null, for <see cref="ExpectationKind.Nothing"/> only: any.</param>
/// <param name="Rule">The rule, or null for a built-in check.</param>
/// <param name="At">Where: the bound annotations in their order; empty: anywhere.</param>
public sealed record Expectation(
    ExpectationKind Kind,
    string? RuleName,
    RuleSymbol? Rule,
    ImmutableArray<ExpectedPlace> At,
    SourceSpan Span
);
