using LabelSpec.Benchmarks.Data;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// What <c>labelspec check</c> costs when all boxes of one image lie at one place, from 2,500 boxes on, each time twice as many: twice
/// the cost each time is linear, four times is quadratic.
/// </summary>
public static class CrowdTime
{
    const int RunsOfEach = 3;

    public static void Print(TextWriter output, string labelspec, string folder, int most)
    {
        Directory.CreateDirectory(folder);
        output.WriteLine("boxes  cpu s  times the one before  peak MB");
        double before = 0;
        for (var boxes = 2_500; boxes <= most; boxes *= 2)
        {
            var file = CrowdGenerator.Write(folder, boxes);
            var runs = Enumerable
                .Range(0, RunsOfEach)
                .Select(_ =>
                    ProcessRun.Of(
                        labelspec,
                        "check",
                        "--no-cache",
                        "--format",
                        "json",
                        "--output",
                        "/dev/null",
                        "--fail-on",
                        "never",
                        file
                    )
                )
                .ToList();
            var cpu = runs.Min(run => run.CpuSeconds);
            output.WriteLine(
                $"{boxes, 5}  {cpu, 5:F2}  {(before > 0 ? cpu / before : double.NaN), 20:F2}  {runs.Min(run => run.PeakMegabytes), 7:F0}"
            );
            before = cpu;
        }
    }
}
