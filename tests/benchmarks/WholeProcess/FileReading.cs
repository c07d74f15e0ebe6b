namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>The baseline of data sets of many small files: a process that only reads them one after another.</summary>
public static class FileReading
{
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
