namespace LabelSpec.TestSupport;

/// <summary>Finds the repository's own files from wherever the test assembly was built.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds <c>LabelSpec.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string Sample(params string[] parts) => Path.Combine([Root, "samples", .. parts]);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LabelSpec.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside a checkout of the repository.");
    }
}
