using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

/// <summary>Guidelines without syntax errors.</summary>
static class Fixtures
{
    static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Grammar.Tests", "fixtures");

    public static IReadOnlyList<string> Names { get; } =
    [.. Directory.GetFiles(Folder, "*.labelspec").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Texts { get; } = [.. Names.Select(Read)];

    public static TheoryData<string> All => [.. Names];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
