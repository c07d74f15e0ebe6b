using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Engine.SpecTests;

/// <summary>One test, example or counterexample, and how it went.</summary>
/// <param name="Test">The test.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Failures">Why it failed; empty where it did not.</param>
/// <param name="Found">Everything that was found in the scene, as the messages would read on real data.</param>
public sealed record SpecTestResult(
    TestSymbol Test,
    SpecTestOutcome Outcome,
    ImmutableArray<SpecTestFailure> Failures,
    ImmutableArray<SceneFinding> Found
);
