namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary><c>labelspec evaluate</c> against the yardstick over the same two files, in turn.</summary>
public static class EvaluateRatio
{
    public static void Print(
        TextWriter output,
        string labelspec,
        string type,
        string truth,
        string predictions,
        int runs
    )
    {
        var self = Environment.ProcessPath!;
        double Scan() =>
            ProcessRun.Of(self, "yardstick", truth).WallSeconds
            + ProcessRun.Of(self, "yardstick", predictions).WallSeconds;
        ProcessRun Evaluate() =>
            ProcessRun.Of(labelspec, "evaluate", "--type", type, "--jobs", "2", "-f", "json", truth, predictions);
        Scan();
        if (Evaluate().ExitCode != 0)
            throw new InvalidOperationException($"labelspec did not evaluate {predictions}.");
        var pairs = Enumerable.Range(0, runs).Select(_ => (Scan: Scan(), Evaluate: Evaluate())).ToList();
        output.WriteLine(
            $"{type} {Path.GetFileName(predictions)}: yardstick {pairs.Min(pair => pair.Scan):F2} s, "
                + $"evaluate {pairs.Min(pair => pair.Evaluate.WallSeconds):F2} s on 2 threads, "
                + $"ratio {pairs.Select(pair => pair.Evaluate.WallSeconds / pair.Scan).Order().ElementAt(runs / 2):F2}, "
                + $"cpu {pairs.Min(pair => pair.Evaluate.CpuSeconds):F2} s, "
                + $"memory {pairs.Max(pair => pair.Evaluate.PeakMegabytes):F0} MB"
        );
    }
}
