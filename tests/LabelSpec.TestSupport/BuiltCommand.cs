namespace LabelSpec.TestSupport;

/// <summary>
/// The executable <c>labelspec</c> that tests run: what <c>LABELSPEC_TESTED_COMMAND</c> names, such as the native one that ships, and
/// otherwise that of the same build configuration as the tests.
/// </summary>
public static class BuiltCommand
{
    public static string Executable { get; } =
        Environment.GetEnvironmentVariable("LABELSPEC_TESTED_COMMAND") is { Length: > 0 } named
            ? Path.GetFullPath(named, RepositoryFiles.Root)
            : Path.Combine(
                RepositoryFiles.Root,
                "server",
                "LabelSpec.Cli",
                "bin",
                Configuration,
                "net10.0",
                OperatingSystem.IsWindows() ? "labelspec.exe" : "labelspec"
            );

    public static string Folder { get; } = Path.GetDirectoryName(Executable)!;

    static string Configuration =>
        AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal
        )
            ? "Release"
            : "Debug";
}
