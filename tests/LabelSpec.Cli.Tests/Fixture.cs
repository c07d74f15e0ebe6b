using System.Runtime.CompilerServices;

namespace LabelSpec.Cli.Tests;

/// <summary>Files beside the tests.</summary>
static class Fixture
{
    public static string Folder { get; } = Path.Combine(Here(), "fixtures");

    public static string Coco { get; } = Path.Combine(Folder, "coco");

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
