using System.Diagnostics;
using System.Text;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>Runs the real executable.</summary>
static class Labelspec
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Executable => BuiltCommand.Executable;

    public static Outcome Run(params string[] arguments) => new Invocation { Arguments = arguments }.Run();

    /// <summary>A command line with the folder, input and environment that it runs in.</summary>
    public sealed record Invocation
    {
        public required string[] Arguments { get; init; }

        public string? Folder { get; init; }

        public string? Input { get; init; }

        /// <summary>What is started; labelspec unless it runs under something else.</summary>
        public string Program { get; init; } = Executable;

        public Dictionary<string, string> Environment { get; init; } = [];

        public Outcome Run()
        {
            using var process = Start();
            if (Input is not null)
                process.StandardInput.Write(Input);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("labelspec does not end");
            }

            return new Outcome(process.ExitCode, output.Result, error.Result);
        }

        /// <summary>Starts the process and leaves it to the test.</summary>
        public Process Start()
        {
            var start = new ProcessStartInfo(Program, Arguments)
            {
                WorkingDirectory = Folder ?? RepositoryFiles.Root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            foreach (var (name, value) in Environment)
                start.Environment[name] = value;
            return Process.Start(start)!;
        }
    }
}
