namespace LabelSpec.Cli.Checking;

/// <summary>Paths as results show them.</summary>
static class DisplayPath
{
    /// <summary>Relative to the current folder where the path lies below it, with slashes; else as it is.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(".", path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? path
            : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
