using System.Runtime.CompilerServices;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Semantics;

namespace LabelSpec.LanguageServer.Features.SpecTests;

/// <summary>How the tests of guidelines went, for as long as somebody still holds the guideline.</summary>
sealed class SpecTestResults
{
    readonly ConditionalWeakTable<Compilation, SpecTestReport> _reports = [];

    /// <summary>Null where the tests have not run on exactly this text yet.</summary>
    public SpecTestReport? Find(Compilation compilation) =>
        _reports.TryGetValue(compilation, out var report) ? report : null;

    /// <summary>Runs the tests, or takes what they gave before. A guideline with errors is not tested.</summary>
    /// <exception cref="OperationCanceledException">Somebody stopped waiting for it.</exception>
    public SpecTestReport? Run(Compilation compilation, CancellationToken cancellation) =>
        compilation.HasErrors
            ? null
            : _reports.GetValue(compilation, compilation => SpecTestRunner.Run(compilation.Guideline, cancellation));
}
