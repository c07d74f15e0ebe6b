namespace LabelSpec.TestSupport;

/// <summary>
/// Large generated files with results of reference tools. They are deterministic, too large for a checkout, and made
/// only for runs that want the full comparison: <c>LABELSPEC_BENCH_DATA</c> names their folder.
/// </summary>
public static class BenchData
{
    public const string Variable = "LABELSPEC_BENCH_DATA";

    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && RealData.IsPresent ? folder : null;

    /// <summary>A generated file.</summary>
    public static string Generated(string name) => Path.Combine(Folder!, name);

    /// <summary>A file of reference results, kept beside the real annotation files.</summary>
    public static string Reference(string name) => RealData.PathOf(Path.Combine("..", "bench", name));
}
