namespace LabelSpec.TestSupport;

/// <summary>The executable <c>labelspec</c> of the same build configuration as the tests.</summary>
public static class BuiltCommand
{
    public static string Folder { get; } =
        Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.Cli", "bin", Configuration, "net10.0");

    public static string Executable { get; } =
        Path.Combine(Folder, OperatingSystem.IsWindows() ? "labelspec.exe" : "labelspec");

    static string Configuration =>
        AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal
        )
            ? "Release"
            : "Debug";
}
