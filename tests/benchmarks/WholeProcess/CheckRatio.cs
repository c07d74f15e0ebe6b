namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// <c>labelspec check</c> against a yardstick over the same data, in turn (yardstick, as text, as JSON, yardstick, …), as ratios
/// within each round: a machine whose speed drifts slows all three.
/// </summary>
public static class CheckRatio
{
    /// <summary>What the command prints unless told, and what programs read: every finding with its repairs, and the hash of every file.</summary>
    static readonly string[] Formats = ["text", "json"];

    /// <summary>A file against one streaming pass of a JSON reader over it.</summary>
    public static void OfFile(TextWriter output, string labelspec, string spec, string file, int runs)
    {
        var megabytes = new FileInfo(file).Length / 1048576.0;
        var rounds = Rounds(labelspec, spec, file, "yardstick", runs);
        Print(output, $"{Path.GetFileName(file)} {megabytes:F1} MB", "yardstick", rounds, megabytes);
    }

    /// <summary>A folder of many files against a process that only reads them one after another.</summary>
    public static void OfFolder(TextWriter output, string labelspec, string spec, string folder, int runs) =>
        Print(output, Path.GetFileName(folder), "read", Rounds(labelspec, spec, folder, "read", runs), null);

    /// <summary>A check that remembers nothing of the last one.</summary>
    internal static string[] Arguments(string spec, string data, string format) =>
        [
            "check",
            "--no-cache",
            "--spec",
            spec,
            "--format",
            format,
            "--output",
            "/dev/null",
            "--fail-on",
            "never",
            data,
        ];

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    static List<Round> Rounds(string labelspec, string spec, string data, string yardstick, int runs)
    {
        Round Run() =>
            new(
                ProcessRun.Of(Environment.ProcessPath!, yardstick, data),
                [.. Formats.Select(format => ProcessRun.Of(labelspec, Arguments(spec, data, format)))]
            );
        if (Run().Checks.FirstOrDefault(check => check.ExitCode != 0) is { } failed)
            throw new InvalidOperationException($"labelspec ended with {failed.ExitCode} on {data}.");
        return [.. Enumerable.Range(0, runs).Select(_ => Run())];
    }

    static void Print(TextWriter output, string data, string yardstick, List<Round> rounds, double? megabytes)
    {
        double Of(Func<Round, double> figure) => Median(rounds.Select(figure));
        output.WriteLine(
            $"{data}: {yardstick} {Of(r => r.Yardstick.WallSeconds):F2} s, cpu {Of(r => r.Yardstick.CpuSeconds):F2} s"
        );
        for (var i = 0; i < Formats.Length; i++)
        {
            var format = i;
            double Ratio(Round round) => round.Checks[format].WallSeconds / round.Yardstick.WallSeconds;
            var memory = Of(r => r.Checks[format].PeakMegabytes);
            output.WriteLine(
                $"  check as {Formats[format]}: {Of(r => r.Checks[format].WallSeconds):F2} s, "
                    + $"ratio {Of(Ratio):F2} ({rounds.Min(Ratio):F2}–{rounds.Max(Ratio):F2}), "
                    + $"cpu {Of(r => r.Checks[format].CpuSeconds):F2} s "
                    + $"({Of(r => r.Checks[format].CpuSeconds / r.Yardstick.CpuSeconds):F2}x), "
                    + $"memory {memory:F0} MB{(megabytes is { } size ? $" = {memory / size:F2}x the file" : "")}"
            );
        }
    }

    sealed record Round(ProcessRun Yardstick, ProcessRun[] Checks);
}
