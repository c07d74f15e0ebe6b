using System.Globalization;

namespace LabelSpec.Fuzz.Tests;

/// <summary>How long fuzzing may take, and the numbers that it starts from.</summary>
static class FuzzBudget
{
    const int ShortSeconds = 60;
    const int LongSeconds = 30 * 60;

    /// <summary>
    /// Each target's share: of a minute, of half an hour with <c>tests/run.sh --long</c>, or of <c>LABELSPEC_FUZZ_SECONDS</c>.
    /// </summary>
    public static TimeSpan PerTarget { get; } =
        TimeSpan.FromSeconds((Number("LABELSPEC_FUZZ_SECONDS") ?? (IsLong ? LongSeconds : ShortSeconds)))
        / FuzzTargets.All.Length;

    /// <summary>
    /// How many cases a target gets at most: the short form draws the same ones on every machine, however fast it is, so that it
    /// finds what a change broke; the long form looks for what nobody knows yet.
    /// </summary>
    public static ulong MostCases { get; } =
        IsLong || Number("LABELSPEC_FUZZ_SECONDS") is not null ? ulong.MaxValue : 200;

    /// <summary>
    /// The seed of the first case; the next one has the next number. The short form draws the same cases in every run, the long
    /// form new ones; <c>LABELSPEC_FUZZ_SEED</c> repeats a run.
    /// </summary>
    public static ulong FirstSeed { get; } =
        (ulong)(Number("LABELSPEC_FUZZ_SEED") ?? (IsLong ? Environment.TickCount64 * 1000 : 20_261_129));

    static bool IsLong => Environment.GetEnvironmentVariable("LABELSPEC_LONG_TESTS") is not (null or "" or "0");

    static long? Number(string variable) =>
        long.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;
}
