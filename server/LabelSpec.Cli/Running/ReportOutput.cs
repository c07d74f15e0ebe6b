namespace LabelSpec.Cli.Running;

/// <summary>Where reports go: to the file after <c>--output</c>, as a whole or not at all, or else to standard output.</summary>
static class ReportOutput
{
    public static void Write(string? path, CommandContext context, Action<Stream> write)
    {
        if (path is null)
            write(context.Terminal.Output);
        else
            ReplacedFile.Write(path, write);
    }
}
