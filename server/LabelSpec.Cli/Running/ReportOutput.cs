namespace LabelSpec.Cli.Running;

/// <summary>Where reports go: to the file after <c>--output</c>, as a whole or not at all, or else to standard output.</summary>
static class ReportOutput
{
    public static void Write(string? path, CommandContext context, Action<Stream> write)
    {
        if (path is null)
        {
            write(context.Terminal.Output);
            return;
        }

        // A folder that is missing is rather a slip of the keyboard than a wish.
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new DirectoryNotFoundException($"Could not find a part of the path '{Path.GetFullPath(path)}'.");
        ReplacedFile.Write(path, write);
    }
}
