using System.Globalization;

namespace LabelSpec.Fuzz.Tests;

/// <summary>How long fuzzing may take, and the numbers that it starts from.</summary>
static class FuzzBudget
{
    const int LongSeconds = 30 * 60;

    /// <summary>With all targets together about a minute of one core.</summary>
    const ulong ShortCases = 800;

    /// <summary>However slow the machine, the long form tries a few.</summary>
    const ulong FewestCases = 20;

    static readonly long? Seconds = Number("LABELSPEC_FUZZ_SECONDS") ?? (IsLong ? LongSeconds : null);

    /// <summary>
    /// Whether a target gets another case. The short form tries the same ones on every machine, however fast it is, so that it finds
    /// what a change broke; the long form, of half an hour (<c>tests/run.sh --long</c>) or of <c>LABELSPEC_FUZZ_SECONDS</c>, looks for
    /// what nobody knows yet.
    /// </summary>
    /// <param name="tried">Cases of this target until now.</param>
    /// <param name="elapsed">What they took.</param>
    public static bool IsDue(ulong tried, TimeSpan elapsed) =>
        Seconds is { } seconds
            ? tried < FewestCases || elapsed < TimeSpan.FromSeconds(seconds) / FuzzTargets.All.Length
            : tried < ShortCases;

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
