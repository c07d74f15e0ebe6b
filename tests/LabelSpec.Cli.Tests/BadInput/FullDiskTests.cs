using System.Text.Json;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>
/// A disk that is full in the middle of writing: the old file stays as it was, no half of the new one is left, and it is said.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    readonly ScratchFolder folder = new();
    readonly string before;

    public FullDiskTests()
    {
        before = JsonSerializer.Serialize(
            new
            {
                images = new[]
                {
                    new
                    {
                        id = 1,
                        file_name = "a.jpg",
                        width = 640,
                        height = 480,
                    },
                },
                categories = new[] { new { id = 1, name = "car" } },
                annotations = Enumerable
                    .Range(0, 300)
                    .Select(i => new
                    {
                        id = i + 1,
                        image_id = 1,
                        category_id = 1,
                        iscrowd = 0,
                        area = 120,
                        // Far apart, and every second beyond the edge.
                        bbox = new double[] { i % 2 == 0 ? 630.5 : 20 * (i % 30), i * 1.5, 12, 1 },
                    }),
            }
        );
        folder.Write("a.json", before);
        folder.Write("b.json", before.Replace(",12,1]", ",6,1]", StringComparison.Ordinal));
        folder.Write("c.json", before);
    }

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string[]> Commands =>
        new()
        {
            { "report.json", ["check", "--no-cache", "-f", "json", "-o", "report.json", "a.json"] },
            { "report.sarif", ["check", "--no-cache", "-f", "sarif", "-o", "report.sarif", "a.json"] },
            { "known.json", ["check", "--no-cache", "--update-baseline", "--baseline", "known.json", "a.json"] },
            { "part.bin", ["check", "--no-cache", "--shard", "1/2", "--partial", "part.bin", "a.json"] },
            { "", ["fix", "a.json"] },
            { "out.json", ["convert", "a.json", "out.json", "--to", "coco", "--allow-loss"] },
            { "out.xml", ["convert", "a.json", "out.xml", "--to", "cvat", "--allow-loss"] },
            { "voc", ["convert", "a.json", "voc", "--to", "voc", "--allow-loss"] },
            { "merged.json", ["consensus", "a.json", "c.json", "-o", "merged.json"] },
            { "compared.json", ["compare", "a.json", "b.json", "-f", "json", "-o", "compared.json"] },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Leaves_whole_files_only(string output, string[] arguments)
    {
        if (OperatingSystem.IsWindows())
            return;
        var outcome = WithLimit(arguments);

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("File too large", outcome.Error);
        AssertNothingIsLeft(output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_old_result_stays_as_it_was(string output, string[] arguments)
    {
        // What is converted to must not exist, so there is no old one.
        if (OperatingSystem.IsWindows() || output.Length == 0 || arguments[0] == "convert")
            return;
        folder.Write(output, "the old result");

        Assert.NotEqual(0, WithLimit(arguments).ExitCode);
        Assert.Equal("the old result", File.ReadAllText(folder.PathOf(output)));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_no_error()
    {
        if (OperatingSystem.IsWindows())
            return;
        var outcome = WithLimit(["check", "--fail-on", "never", "--max", "1", "a.json"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.result", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("junit")]
    public void A_device_that_takes_nothing_is_said(string format)
    {
        if (!File.Exists("/dev/full"))
            return;
        var outcome = BadInput.Run(folder, "check", "--no-cache", "-f", format, "-o", "/dev/full", "a.json");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("No space left on device", outcome.Error);
        Assert.True(File.Exists("/dev/full"));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        if (!File.Exists("/dev/stdout"))
            return;
        var outcome = BadInput.Run(folder, "check", "--no-cache", "-f", "json", "-o", "/dev/stdout", "a.json");

        Assert.StartsWith("{", outcome.Output.TrimStart());
    }

    void AssertNothingIsLeft(string output)
    {
        Assert.Equal(before, File.ReadAllText(folder.PathOf("a.json")));
        Assert.Equal(
            ["a.json", "b.json", "c.json"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order()
        );
        Assert.False(output.Length > 0 && Path.Exists(folder.PathOf(output)));
    }

    /// <summary>
    /// No file may grow beyond 2 KB: as a full disk, and possible without being root. The runtime itself makes files for code that is
    /// writable and runs, unless told not to.
    /// </summary>
    Outcome WithLimit(string[] arguments)
    {
        var run = BadInput.Invocation(folder, arguments);
        run.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return BadInput.InOrder(
            (
                run with
                {
                    Program = "/bin/sh",
                    Arguments =
                    [
                        "-c",
                        "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\"",
                        Labelspec.Executable,
                        .. arguments,
                    ],
                }
            ).Run()
        );
    }
}
