namespace LabelSpec.TestSupport;

/// <summary>
/// The collection of real annotation files that continuous integration has and a plain checkout may not have.
/// It is never part of the repository; <c>LABELSPEC_REAL_DATA</c> names its folder.
/// </summary>
public static class RealData
{
    public const string Variable = "LABELSPEC_REAL_DATA";

    public static string? Folder { get; } = Find();

    public static bool IsPresent => Folder is not null;

    public static string PathOf(string relative) =>
        Path.Combine(Folder ?? throw new InvalidOperationException($"{Variable} is not set."), relative);

    static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            var full = Path.GetFullPath(named, RepositoryFiles.Root);
            // A named folder that is missing is a broken set-up, not a reason to pass without testing.
            return Directory.Exists(full)
                ? full
                : throw new DirectoryNotFoundException($"{Variable} names {full}, which does not exist.");
        }

        var beside = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, "..", "shared", "data"));
        return Directory.Exists(beside) ? beside : null;
    }
}
