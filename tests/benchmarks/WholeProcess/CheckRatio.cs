namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// <c>labelspec check</c> against the yardstick over the same file, in turn (A B A B …), as ratios pair by pair: a
/// machine whose speed drifts slows both.
/// </summary>
public static class CheckRatio
{
    public static void Print(TextWriter output, string labelspec, string spec, string file, int runs)
    {
        var self = Environment.ProcessPath!;
        var megabytes = new FileInfo(file).Length / 1048576.0;
        ProcessRun Scan() => ProcessRun.Of(self, "yardstick", file);
        ProcessRun Check() => ProcessRun.Of(labelspec, Arguments(spec, file));
        Scan();
        var warm = Check();
        if (warm.ExitCode != 0)
            throw new InvalidOperationException($"labelspec ended with {warm.ExitCode} on {file}.");
        var pairs = Enumerable.Range(0, runs).Select(_ => (Scan: Scan(), Check: Check())).ToList();

        output.WriteLine(
            $"{Path.GetFileName(file)} {megabytes:F1} MB: yardstick {Median(pairs.Select(p => p.Scan.WallSeconds)):F2} s, "
                + $"check {Median(pairs.Select(p => p.Check.WallSeconds)):F2} s, "
                + $"ratio {Median(pairs.Select(p => p.Check.WallSeconds / p.Scan.WallSeconds)):F2} "
                + $"({pairs.Min(p => p.Check.WallSeconds / p.Scan.WallSeconds):F2}–{pairs.Max(p => p.Check.WallSeconds / p.Scan.WallSeconds):F2}), "
                + $"cpu {Median(pairs.Select(p => p.Scan.CpuSeconds)):F2} s and {Median(pairs.Select(p => p.Check.CpuSeconds)):F2} s "
                + $"({Median(pairs.Select(p => p.Check.CpuSeconds / p.Scan.CpuSeconds)):F2}x), "
                + $"memory {Median(pairs.Select(p => p.Check.PeakMegabytes)):F0} MB = {Median(pairs.Select(p => p.Check.PeakMegabytes)) / megabytes:F2}x the file"
        );
    }

    /// <summary>A check that reports everything, and remembers nothing of the last one.</summary>
    internal static string[] Arguments(string spec, string file) =>
        [
            "check",
            "--no-cache",
            "--spec",
            spec,
            "--format",
            "json",
            "--output",
            "/dev/null",
            "--fail-on",
            "never",
            file,
        ];

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
