using System.Diagnostics;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Runs labelspec with little memory over files that mean no good, and looks at how it ends.</summary>
static class BadInput
{
    /// <summary>Enough for any of the files here, and far less than the hostile ones ask for.</summary>
    const string MemoryLimit = "0x1C000000"; // 448 MB

    /// <summary>A file with one finding, LS3203 in line 3, that must be found whatever lies beside it.</summary>
    public const string Good = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
         "categories": [{"id": 1, "name": "car"}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 120, 20]}]}
        """;

    public static Labelspec.Invocation Invocation(ScratchFolder folder, params string[] arguments) =>
        new()
        {
            Arguments = arguments,
            Folder = folder.Path,
            Environment = new() { ["DOTNET_GCHeapHardLimit"] = MemoryLimit },
        };

    /// <summary>Ends in an orderly way: by an exit code of its own, without a trace of a stack.</summary>
    public static Outcome Run(ScratchFolder folder, params string[] arguments) =>
        InOrder(Invocation(folder, arguments).Run());

    /// <summary>Checks everything in the folder; what is good beside the bad is found as ever.</summary>
    public static Outcome CheckAll(ScratchFolder folder, params string[] beside)
    {
        folder.Write("zz_good.json", Good);
        var outcome = Run(folder, ["check", "--no-cache", "--max", "3", .. beside, "."]);
        Assert.Contains("zz_good.json:3:69: warning[LS3203]", outcome.Output);
        return outcome;
    }

    public static Outcome InOrder(Outcome outcome)
    {
        var all = outcome.Output + outcome.Error;
        Assert.True(outcome.ExitCode is >= 0 and <= 3, $"exit code {outcome.ExitCode}\n{all}");
        Assert.DoesNotContain("unexpected", outcome.Error);
        Assert.DoesNotContain("   at LabelSpec.", all);
        Assert.DoesNotContain("Unhandled", all);
        return outcome;
    }

    /// <summary>Root may read everything; the user nobody may not.</summary>
    public static Outcome AsNobody(ScratchFolder folder, params string[] arguments)
    {
        if (Environment.UserName != "root")
            return Run(folder, arguments);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                folder.Path,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        var run = Invocation(folder, arguments);
        return InOrder(
            (
                run with
                {
                    Program = "setpriv",
                    Arguments =
                    [
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        Labelspec.Executable,
                        .. run.Arguments,
                    ],
                }
            ).Run()
        );
    }

    /// <summary>Runs a program of the system.</summary>
    public static void System(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
