using CsCheck;
using Xunit.Sdk;

namespace LabelSpec.TestSupport;

/// <summary>
/// Property tests: a property that must hold for every value of a CsCheck generator.
/// </summary>
/// <remarks>
/// A normal run takes the same values every time, so that a change passes or fails for what it changes and not for the
/// numbers it drew. With <c>LABELSPEC_LONG_TESTS</c> set (<c>tests/run.sh --long</c>) the values are new each time and a
/// hundred times as many; what fails there becomes a case of its own.
/// </remarks>
public static class Properties
{
    private const ulong Seed = 20_261_124;
    private const int LongFactor = 100;

    private static bool IsLong => Environment.GetEnvironmentVariable("LABELSPEC_LONG_TESTS") is not (null or "" or "0");

    /// <summary>Fails with a small counterexample when <paramref name="property"/> throws for one of the values.</summary>
    /// <param name="values">Makes the values.</param>
    /// <param name="property">Asserts what must hold.</param>
    /// <param name="iter">How many values.</param>
    /// <param name="threads">Threads of the long form; 1 for a property that works on one folder or file.</param>
    public static void Holds<T>(this Gen<T> values, Action<T> property, int iter = 100, int threads = -1)
    {
        if (IsLong)
        {
            values.Sample(property, iter: (long)iter * LongFactor, threads: threads);
            return;
        }
        for (var i = 0; i < iter; i++)
        {
            var random = new PCG((uint)i, Seed);
            var seed = random.ToString();
            var value = values.Generate(random, null, out _);
            try
            {
                property(value);
            }
            catch (Exception failure)
            {
                // CsCheck looks for a smaller value that fails too and throws with it.
                values.Sample(property, seed: seed, iter: 1000, threads: threads);
                throw new XunitException($"The property fails for value {i} (seed {seed}): {failure.Message}", failure);
            }
        }
    }

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int)"/>
    public static void Holds<T1, T2>(
        this Gen<(T1, T2)> values,
        Action<T1, T2> property,
        int iter = 100,
        int threads = -1
    ) => values.Holds(v => property(v.Item1, v.Item2), iter, threads);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int)"/>
    public static void Holds<T1, T2, T3>(
        this Gen<(T1, T2, T3)> values,
        Action<T1, T2, T3> property,
        int iter = 100,
        int threads = -1
    ) => values.Holds(v => property(v.Item1, v.Item2, v.Item3), iter, threads);

    /// <inheritdoc cref="Holds{T}(Gen{T}, Action{T}, int, int)"/>
    public static void Holds<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> values,
        Action<T1, T2, T3, T4> property,
        int iter = 100,
        int threads = -1
    ) => values.Holds(v => property(v.Item1, v.Item2, v.Item3, v.Item4), iter, threads);
}
