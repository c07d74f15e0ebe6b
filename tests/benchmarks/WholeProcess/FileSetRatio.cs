using LabelSpec.Benchmarks.Data;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// <c>labelspec check</c> of data sets of many small files against a process that only reads them one after another, in turn,
/// as ratios pair by pair.
/// </summary>
public static class FileSetRatio
{
    public static void Print(TextWriter output, string labelspec, string spec, string folder, int files, int runs)
    {
        foreach (
            var set in (string[])[FileSetGenerator.WriteVoc(folder, files), FileSetGenerator.WriteYolo(folder, files)]
        )
        {
            ProcessRun Read() => ProcessRun.Of(Environment.ProcessPath!, "read", set);
            ProcessRun Check() => ProcessRun.Of(labelspec, CheckRatio.Arguments(spec, set));
            Read();
            var warm = Check();
            if (warm.ExitCode != 0)
                throw new InvalidOperationException($"labelspec ended with {warm.ExitCode} on {set}.");
            var pairs = Enumerable.Range(0, runs).Select(_ => (Read: Read(), Check: Check())).ToList();
            output.WriteLine(
                $"{Path.GetFileName(set)}: read {CheckRatio.Median(pairs.Select(p => p.Read.WallSeconds)):F2} s, "
                    + $"check {CheckRatio.Median(pairs.Select(p => p.Check.WallSeconds)):F2} s, "
                    + $"ratio {CheckRatio.Median(pairs.Select(p => p.Check.WallSeconds / p.Read.WallSeconds)):F2}, "
                    + $"cpu {CheckRatio.Median(pairs.Select(p => p.Read.CpuSeconds)):F2} s and "
                    + $"{CheckRatio.Median(pairs.Select(p => p.Check.CpuSeconds)):F2} s, "
                    + $"memory {CheckRatio.Median(pairs.Select(p => p.Check.PeakMegabytes)):F0} MB"
            );
        }
    }

    /// <summary>Reads every file below a folder, and returns how many bytes there were.</summary>
    public static long ReadAll(string folder)
    {
        var buffer = new byte[1 << 20];
        long total = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = File.OpenHandle(path);
            total += RandomAccess.Read(file, buffer, 0);
        }

        return total;
    }
}
