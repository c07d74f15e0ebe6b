using System.Diagnostics;
using LabelSpec.TestSupport;

namespace LabelSpec.Docs.Tests;

/// <summary>
/// A documented command: a line of a <c>sh</c> block that begins with <c>labelspec</c>. It is run in a copy of the street
/// sample, with the files of the scores sample in <c>scores</c> and those of the comparison
/// sample in <c>review</c>. It must judge (exit code 0 or 1), or end with the code after <c>exit</c> in the block's first line.
/// </summary>
public sealed record ShellCommand(string Page, int Line, string Text, int? ExitCode)
{
    public override string ToString() => $"{Page}:{Line} {Text}";

    public static IEnumerable<ShellCommand> In(MarkdownPage page) =>
        from block in page.Blocks
        where block.Language == "sh"
        let exit = block.Info.Split(' ') is ["sh", "exit", var code] ? int.Parse(code) : (int?)null
        from line in block.Lines.Index()
        where line.Item.StartsWith("labelspec ", StringComparison.Ordinal)
        select new ShellCommand(page.Path, block.Line + line.Index + 1, line.Item.Trim(), exit);

    /// <summary>Runs the command by a shell in <paramref name="folder"/>, with the built <c>labelspec</c> first on the path.</summary>
    public (int ExitCode, string Output) Run(string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", Text])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = BuiltCommand.Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
                ["NO_COLOR"] = "1",
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
            process.Kill(entireProcessTree: true);
        return (process.ExitCode, output + error.Result);
    }
}
