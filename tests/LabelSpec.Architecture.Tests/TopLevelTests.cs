using LabelSpec.TestSupport;

namespace LabelSpec.Architecture.Tests;

public sealed class TopLevelTests
{
    static readonly string[] Allowed =
    [
        "grammar",
        "server",
        "client-vscode",
        "tests",
        "samples",
        "LabelSpec.sln",
        "README.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
        // Written by the test run itself and ignored by git.
        "artifacts",
    ];

    [Fact]
    public void Nothing_else_stands_at_the_top()
    {
        var strangers = Directory
            .EnumerateFileSystemEntries(RepositoryFiles.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.') && !Allowed.Contains(name));

        Assert.Equal([], strangers);
    }
}
