using System.Diagnostics;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>Colours, closed pipes and Ctrl-C.</summary>
public sealed class TerminalTests
{
    const string Red = "\u001b[1;31m";

    static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("", true)]
    [InlineData("NO_COLOR=1", false)]
    [InlineData("TERM=dumb", false)]
    public void A_terminal_has_colours_unless_told_otherwise(string environment, bool coloured)
    {
        Assert.Equal(coloured, OnTerminal($"{environment} {Labelspec.Executable} check defects.json").Contains(Red));
    }

    [Fact]
    public void The_option_turns_colours_off() =>
        Assert.DoesNotContain(Red, OnTerminal($"{Labelspec.Executable} check --no-color defects.json"));

    [Fact]
    public void A_reader_that_goes_away_is_no_error()
    {
        using var scratch = new Scratch();
        scratch.Write("many.json", ManyDefects(20_000));
        var check = $"{Labelspec.Executable} check --max 0 {scratch["many.json"]}";
        var outcome = Shell($"{check} | head -c 10 > /dev/null; echo ${{PIPESTATUS[0]}}");
        Assert.Equal("1\n", outcome.Output);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public void A_full_disk_is_an_error()
    {
        var outcome = Shell($"{Labelspec.Executable} check . > /dev/full; echo $?");
        Assert.Equal("3\n", outcome.Output);
        Assert.StartsWith("labelspec: ", outcome.Error);
    }

    [Fact]
    public void Watching_checks_again_after_a_change_and_ends_with_ctrl_c()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "clean.json"), "data.json");
        using var process = Interruptible(scratch.Folder, "check", "--watch", "data.json");
        WaitForLine(process.StandardError, "watching");
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        WaitForLine(process.StandardError, "watching");

        var clock = Stopwatch.StartNew();
        Interrupt(process);
        Assert.True(process.WaitForExit(Promptly), "Ctrl-C does not end the watch");
        Assert.Equal(130, process.ExitCode);
        Assert.True(clock.Elapsed < Promptly);
        var output = process.StandardOutput.ReadToEnd();
        Assert.Contains("0 errors, 0 warnings", output);
        Assert.Contains("data.json:8:27: error[LS3003]", output);
    }

    [Fact]
    public void A_report_in_the_watched_folder_does_not_start_the_next_check()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "clean.json"), "data.json");
        using var process = Interruptible(scratch.Folder, "check", "--watch", "--output", "report.txt", ".");
        WaitForLine(process.StandardError, "watching");

        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)), "the watch goes on");
        Interrupt(process);

        Assert.True(process.WaitForExit(Promptly));
        Assert.DoesNotContain("watching", process.StandardError.ReadToEnd());
    }

    [Fact]
    public void Ctrl_c_ends_a_check_whose_report_nobody_takes()
    {
        using var scratch = new Scratch();
        Shell($"mkfifo {scratch["never.txt"]}");
        using var process = Interruptible(
            scratch.Folder,
            "check",
            Path.Combine(Fixture.Coco, "clean.json"),
            "--output",
            "never.txt"
        );
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(3)), "nobody reads from the pipe");
        Interrupt(process);
        Assert.True(process.WaitForExit(Promptly), "Ctrl-C does not end the check");
        Assert.Equal(130, process.ExitCode);
    }

    // More than a pipe holds, so that somebody must read it.
    static string ManyDefects(int count)
    {
        var annotations = Enumerable
            .Range(1, count)
            .Select(id => $$"""{"id": {{id}}, "image_id": 99, "category_id": 1, "bbox": [1, 1, 5, 5], "area": 25}""");
        return $$"""
            {"images": [], "annotations": [{{string.Join(",", annotations)}}], "categories": [{"id": 1, "name": "car"}]}
            """;
    }

    // What a shell starts in the background ignores Ctrl-C, and so does all that it starts in turn: tests, too.
    static Process Interruptible(string folder, params string[] arguments) =>
        new Labelspec.Invocation
        {
            Program = "env",
            Arguments = ["--default-signal=INT", Labelspec.Executable, .. arguments],
            Folder = folder,
        }.Start();

    static void Interrupt(Process process) => Shell($"kill -INT {process.Id}");

    static void WaitForLine(StreamReader reader, string part)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var line = reader.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult();
            Assert.NotNull(line);
            if (line.Contains(part))
                return;
        }
    }

    // script(1) gives the command a terminal of its own.
    static string OnTerminal(string command) => Shell($"script -qec '{command}' /dev/null < /dev/null").Output;

    static Outcome Shell(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = Fixture.Coco,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("NO_COLOR");
        start.Environment["TERM"] = "xterm";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.Result);
    }
}
