namespace LabelSpec.Semantics.Tests.Support;

/// <summary>What the examples of the diagnostics pages may name besides themselves.</summary>
internal static class Catalogue
{
    public static readonly CompilationOptions Options = new()
    {
        KnownChecks = [new KnownCheck("LS3602", "near_duplicate", ["above"])],
    };

    public static MemoryFiles Files =>
        new(
            ("common/shapes.labelspec", "abstract class thing { shape box | polygon }"),
            ("main.labelspec", "class car { shape box }")
        );

    public static string Folder { get; } = FindFolder();

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var pages = Path.Combine(folder.FullName, "server", "LabelSpec.Semantics", "docs");
            if (Directory.Exists(pages))
            {
                return pages;
            }
        }
        throw new DirectoryNotFoundException("server/LabelSpec.Semantics/docs");
    }
}
