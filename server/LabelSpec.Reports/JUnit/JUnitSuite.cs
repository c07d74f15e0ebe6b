using System.Collections.Immutable;

namespace LabelSpec.Reports.JUnit;

/// <summary>One file with what was judged in it.</summary>
/// <param name="Problem">Why the file could not be read; null when it could.</param>
sealed record JUnitSuite(string File, ImmutableArray<JUnitCase> Cases, string? Problem)
{
    /// <summary>Reading counts as a test only where it failed.</summary>
    public int Tests => Cases.Length + (Problem is null ? 0 : 1);

    public int Skipped => Cases.Count(test => test.Undecidable is not null);

    public int Failures => Cases.Count(test => test.Fails);
}
