namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary><c>labelspec compare</c> against the yardstick over the same two files.</summary>
public static class CompareTime
{
    public static void Print(TextWriter output, string labelspec, string truth, string work)
    {
        var self = Environment.ProcessPath!;
        var scan =
            ProcessRun.Of(self, "yardstick", truth).WallSeconds + ProcessRun.Of(self, "yardstick", work).WallSeconds;
        var compare = ProcessRun.Of(
            labelspec,
            "compare",
            "--format",
            "json",
            "--output",
            "/dev/null",
            "--jobs",
            "2",
            truth,
            work
        );
        output.WriteLine(
            $"{Path.GetFileName(truth)}: yardstick {scan:F2} s, compare {compare.WallSeconds:F2} s on 2 threads, "
                + $"ratio {compare.WallSeconds / scan:F1}, cpu {compare.CpuSeconds:F2} s, memory {compare.PeakMegabytes:F0} MB"
        );
    }
}
