using System.Runtime.CompilerServices;
using Xunit;

namespace LabelSpec.TestSupport;

/// <summary>
/// Compares output with a checked-in file beside the test, in <c>fixtures/snapshots</c>. With
/// <c>LABELSPEC_UPDATE_SNAPSHOTS=1</c> the files are rewritten instead, to be reviewed as a diff.
/// </summary>
public static class Snapshot
{
    public const string UpdateVariable = "LABELSPEC_UPDATE_SNAPSHOTS";

    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "fixtures", "snapshots", name);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path} yet; {UpdateVariable}=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
