namespace LabelSpec.Semantics.Tests.Support;

/// <summary>Whole guidelines.</summary>
internal static class Fixtures
{
    public static IReadOnlyList<string> Texts { get; } =
    [.. Directory.GetFiles("fixtures", "*.labelspec").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
