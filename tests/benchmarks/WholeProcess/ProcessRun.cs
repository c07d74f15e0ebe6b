using System.Diagnostics;
using System.Globalization;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>What one run of a command cost: wall time, processor time of all threads, peak resident memory.</summary>
public sealed record ProcessRun(double WallSeconds, double CpuSeconds, double PeakMegabytes, int ExitCode)
{
    public static ProcessRun Of(string executable, params string[] arguments)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        double peak = 0;
        var before = ChildrenUsage.ProcessorSeconds();
        while (!process.WaitForExit(10))
            peak = Math.Max(peak, HighWaterMark(process.Id));
        process.WaitForExit();
        var processor = ChildrenUsage.ProcessorSeconds() - before;
        return new ProcessRun(clock.Elapsed.TotalSeconds, processor, peak, process.ExitCode);
    }

    /// <summary>Linux keeps the high-water mark itself, so that sampling it now and then loses nothing but the last moment.</summary>
    static double HighWaterMark(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(text => text.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(line.Split(':')[1].Replace("kB", "").Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It ended between the look and the read.
            return 0;
        }
    }
}
