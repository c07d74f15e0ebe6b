using LabelSpec.Benchmarks.Data;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// Time and memory of <c>labelspec check</c> against the size of the data, from 1 MB on, each size four times the last. Starting costs
/// both processes about the same, whatever the size, and hides what a megabyte costs of small files: processor time is also given for
/// each megabyte without the start, which is that of a file of some annotations.
/// </summary>
public static class ScaleRun
{
    const int RunsOfEach = 3;

    /// <param name="output">Receives a table.</param>
    /// <param name="labelspec">The executable.</param>
    /// <param name="spec">The guideline.</param>
    /// <param name="folder">For the generated data and the plot, <c>scale.svg</c>.</param>
    /// <param name="largest">Megabytes of the largest file.</param>
    public static void Print(TextWriter output, string labelspec, string spec, string folder, int largest)
    {
        Directory.CreateDirectory(folder);
        var points = new List<ScalePoint>();
        var start = Measure(labelspec, spec, CocoGenerator.Write(Path.Combine(folder, "generated-0.json"), 0));
        output.WriteLine(
            $"start: yardstick {start.YardstickCpuSeconds:F3} s, check {start.CheckCpuSeconds:F3} s of processor time, {start.PeakMegabytes:F0} MB"
        );
        output.WriteLine(
            "megabytes  yardstick s  check s  ratio  cpu ratio  yardstick ms/MB  check ms/MB  peak MB  peak/size"
        );
        for (long megabytes = 1; megabytes <= largest; megabytes *= 4)
        {
            var file = Path.Combine(folder, $"generated-{megabytes}.json");
            CocoGenerator.Write(file, megabytes << 20);
            var point = Measure(labelspec, spec, file);
            points.Add(point);
            output.WriteLine(
                $"{point.Megabytes, 9:F1}  {point.YardstickSeconds, 11:F2}  {point.CheckSeconds, 7:F2}  "
                    + $"{point.CheckSeconds / point.YardstickSeconds, 5:F2}  "
                    + $"{point.CheckCpuSeconds / point.YardstickCpuSeconds, 9:F2}  "
                    + $"{1000 * (point.YardstickCpuSeconds - start.YardstickCpuSeconds) / point.Megabytes, 15:F2}  "
                    + $"{1000 * (point.CheckCpuSeconds - start.CheckCpuSeconds) / point.Megabytes, 11:F2}  "
                    + $"{point.PeakMegabytes, 7:F0}  "
                    + $"{point.PeakMegabytes / point.Megabytes, 9:F2}"
            );
        }

        var plot = Path.Combine(folder, "scale.svg");
        File.WriteAllText(plot, ScalePlot.Draw(points));
        output.WriteLine(plot);
    }

    // The fastest of a few runs: what else the machine does only ever adds.
    static ScalePoint Measure(string labelspec, string spec, string file)
    {
        var scans = new List<ProcessRun>();
        var checks = new List<ProcessRun>();
        for (var run = 0; run < RunsOfEach; run++)
        {
            scans.Add(ProcessRun.Of(Environment.ProcessPath!, "yardstick", file));
            checks.Add(ProcessRun.Of(labelspec, CheckRatio.Arguments(spec, file, "json")));
        }

        return new ScalePoint(
            new FileInfo(file).Length / 1048576.0,
            scans.Min(run => run.WallSeconds),
            checks.Min(run => run.WallSeconds),
            scans.Min(run => run.CpuSeconds),
            checks.Min(run => run.CpuSeconds),
            checks.Min(run => run.PeakMegabytes)
        );
    }
}

/// <summary>What one size cost.</summary>
public readonly record struct ScalePoint(
    double Megabytes,
    double YardstickSeconds,
    double CheckSeconds,
    double YardstickCpuSeconds,
    double CheckCpuSeconds,
    double PeakMegabytes
);
