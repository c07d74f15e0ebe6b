using System.Diagnostics;
using LabelSpec.TestSupport;
using Xunit.Abstractions;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LabelSpec.Fuzz.Tests;

/// <summary>
/// Changed files, one after the other, until the time is over. What is found is left in <c>fixtures/TARGET</c>, to be tried again
/// by every run from then on.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>What a case of at most 256 KB may take on a busy machine; those that are quadratic take far more.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>What a case may allocate altogether, most of it garbage at once: the buffers of readers, and 2 KB a byte.</summary>
    const long MostMemory = 512L << 20;

    const long MostMemoryPerByte = 2000;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Changed_files_are_survived(string name)
    {
        var target = FuzzTargets.Find(name);
        Assert.NotEmpty(target.Seeds);
        foreach (var seed in target.Seeds.Take(5))
            Try(target, seed, "as it is");

        var clock = Stopwatch.StartNew();
        var next = FuzzBudget.FirstSeed;
        for (; FuzzBudget.IsDue(next - FuzzBudget.FirstSeed, clock.Elapsed); next++)
            Try(target, new Mutation(target.Seeds, next).Next(), $"LABELSPEC_FUZZ_SEED={next}");
        output.WriteLine(
            $"{name}: seeds {FuzzBudget.FirstSeed} to {next - 1} from {target.Seeds.Count} files, {target.Repaired} of them repaired"
        );
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Earlier_findings_are_survived(string name)
    {
        foreach (var one in Findings.Of(name))
            Try(FuzzTargets.Find(name), one, one.Path);
    }

    static void Try(IFuzzTarget target, FuzzCase one, string origin)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();
        // A stack overflow ends the process: then this is the case.
        Findings.Remember(target.Name, one);
        try
        {
            target.Examine(one);
        }
        catch (Exception failure)
        {
            Fail(failure.ToString());
        }

        var memory = GC.GetTotalAllocatedBytes() - before;
        if (clock.Elapsed > Longest)
            Fail($"it took {clock.Elapsed}");
        if (memory > MostMemory + MostMemoryPerByte * one.Bytes.Length)
            Fail($"{one.Bytes.Length} bytes made it allocate {memory >> 20} MB");
        Findings.Forget(target.Name);

        void Fail(string why) =>
            Assert.Fail($"{target.Name}, {origin} ({one.Path}), kept in {Findings.Keep(target.Name, one)}: {why}");
    }
}
