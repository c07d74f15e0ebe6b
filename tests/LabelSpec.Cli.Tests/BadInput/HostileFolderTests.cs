using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Folders with links in circles, pipes, files that may not be read, very many files, and names that lead outside.</summary>
public sealed class HostileFolderTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose()
    {
        // Nothing may be left that its owner cannot delete.
        foreach (var path in Directory.EnumerateFileSystemEntries(folder.Path))
            if (!OperatingSystem.IsWindows() && new FileInfo(path).LinkTarget is null)
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Dispose();
    }

    [Fact]
    public void Links_in_circles_hold_nobody_up()
    {
        Directory.CreateDirectory(folder.PathOf("x"));
        Directory.CreateSymbolicLink(folder.PathOf("x", "up"), "..");
        Directory.CreateSymbolicLink(folder.PathOf("x", "here"), ".");
        File.CreateSymbolicLink(folder.PathOf("self.json"), "self.json");
        File.CreateSymbolicLink(folder.PathOf("one.json"), "other.json");
        File.CreateSymbolicLink(folder.PathOf("other.json"), "one.json");
        File.CreateSymbolicLink(folder.PathOf("gone.json"), "nowhere.json");

        BadInput.CheckAll(folder);
        var named = BadInput.Run(folder, "check", "--no-cache", "self.json", "zz_good.json");

        Assert.Contains("self.json:1:1: error[LS20", named.Output);
        Assert.Contains("zz_good.json:3:69: warning[LS3203]", named.Output);
        Assert.Contains("zz_good.json", BadInput.Run(folder, "check", "--no-cache", "**/*.json").Output);
    }

    [Fact]
    public void Pipes_and_devices_in_a_folder_are_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var name in new[] { "a.json", "b.txt", "c.xml", "data.yaml", "a.jpg" })
            BadInput.System("mkfifo", folder.PathOf(name));
        File.CreateSymbolicLink(folder.PathOf("zero.json"), "/dev/zero");

        var outcome = BadInput.CheckAll(folder);

        // The picture of the good file is one of the pipes.
        Assert.Contains("LS4009", outcome.Output);
        BadInput.Run(folder, "convert", ".", "out", "--to", "yolo", "--allow-loss");
    }

    [Fact]
    public void A_device_that_is_named_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;

        var outcome = BadInput.Run(folder, "check", "--no-cache", "/dev/zero");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("/dev/zero:1:1: error[LS2002] It is a pipe", outcome.Output);
    }

    [Fact]
    public void A_folder_that_may_hide_a_guideline_is_told()
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.Write("up/data/a.json", BadInput.Good);
        folder.Write("up/data/hidden.labelspec", "class lorry");
        var entered = UnixFileMode.UserExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder.PathOf("up", "data"), entered);

        var beside = AsNobody("check", "--no-cache", "up/data/a.json");
        var fix = AsNobody("fix", "--dry-run", "up/data/a.json");
        var named = AsNobody("check", "--no-cache", "--spec", "up/data/hidden.labelspec", "up/data/a.json");
        File.SetUnixFileMode(folder.PathOf("up", "data"), entered | UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.Delete(folder.PathOf("up", "data", "hidden.labelspec"));
        File.SetUnixFileMode(folder.PathOf("up"), entered);
        var above = AsNobody("check", "--no-cache", "up/data/a.json");

        Assert.Contains("up/data:1:1: warning[LS2002] The folder up/data cannot be listed", beside.Output);
        Assert.Contains("a.json:3:69: warning[LS3203]", beside.Output);
        Assert.Equal(0, beside.ExitCode);
        Assert.Contains("The folder up/data cannot be listed", fix.Error);
        Assert.Contains("LS3101", named.Output);
        Assert.DoesNotContain("LS2002", named.Output + above.Output);
        Assert.Contains("a.json:3:69: warning[LS3203]", above.Output);
    }

    [Fact]
    public void Files_that_may_not_be_read_are_reported()
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.Write("secret.json", BadInput.Good);
        folder.Write("closed/a.json", BadInput.Good);
        folder.Write("zz_good.json", BadInput.Good);
        File.SetUnixFileMode(folder.PathOf("secret.json"), UnixFileMode.None);
        File.SetUnixFileMode(folder.PathOf("closed"), UnixFileMode.None);

        var all = AsNobody("check", "--no-cache", ".");
        var fix = AsNobody("fix", "secret.json", "zz_good.json");

        Assert.Contains("secret.json:1:1: error[LS2002]", all.Output);
        Assert.Contains("zz_good.json:3:69: warning[LS3203]", all.Output);
        Assert.Equal(3, all.ExitCode);
        Assert.Contains("closed:1:1: error[LS2002]", all.Output);
        Assert.Contains("zz_good.json was left as it is", fix.Error);
        Assert.Contains("0 repairs in 0 files made", fix.Error);
        Assert.Equal(BadInput.Good, File.ReadAllText(folder.PathOf("zz_good.json")));
        Assert.Equal(3, AsNobody("check", "--no-cache", "-o", "report.json", "zz_good.json").ExitCode);
        Assert.Equal(3, AsNobody("convert", "zz_good.json", "out.json", "--to", "coco", "--allow-loss").ExitCode);
    }

    [Fact]
    public void Very_many_tiny_files_are_read()
    {
        for (var i = 0; i < 20_000; i++)
            folder.Write($"labels/{i % 100}/{i}.txt", "0 0.5 0.5 0.1 0.1\n");

        Assert.Contains("20001 files", BadInput.CheckAll(folder).Output.Replace(",", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../../../../../../../..")]
    public void A_split_that_is_the_whole_disk_is_not_read(string path)
    {
        folder.Write("data.yaml", $"train: {path}\nnc: 1\nnames: [car]\n");

        Assert.Contains("data.yaml:1:1: error[LS2308]", BadInput.CheckAll(folder).Output);
    }

    [Theory]
    [InlineData("voc")]
    [InlineData("yolo")]
    [InlineData("labelme")]
    public void Names_that_lead_outside_are_written_nowhere(string format)
    {
        folder.Write("in/a.json", BadInput.Good.Replace("a.jpg", "../../../evil.jpg", StringComparison.Ordinal));
        folder.Write("in/b.json", BadInput.Good.Replace("a.jpg", "/tmp/labelspec-evil.jpg", StringComparison.Ordinal));

        var upwards = BadInput.Run(folder, "convert", "in/a.json", "deep/down/a", "--to", format, "--allow-loss");
        var absolute = BadInput.Run(folder, "convert", "in/b.json", "deep/down/b", "--to", format, "--allow-loss");

        Assert.Equal(2, upwards.ExitCode);
        Assert.Contains("leaves the folder", upwards.Error);
        Assert.Equal(0, absolute.ExitCode);
        Assert.All(
            Directory.EnumerateFiles(folder.Path, "*evil*", SearchOption.AllDirectories),
            path => Assert.StartsWith(folder.PathOf("deep", "down", "b"), path)
        );
        Assert.Empty(Directory.EnumerateFiles("/tmp", "labelspec-evil*"));
    }

    [Fact]
    public void Names_that_lead_outside_are_reported_and_not_drawn_elsewhere()
    {
        folder.Write("in/a.json", BadInput.Good.Replace("a.jpg", "../../../evil.jpg", StringComparison.Ordinal));

        var outcome = BadInput.Run(folder, "check", "--no-cache", "in", "--pictures", "drawn");

        Assert.Contains("LS4006", outcome.Output);
        Assert.Equal(
            ["drawn", "in"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order()
        );
    }

    Outcome AsNobody(params string[] arguments) => BadInput.AsNobody(folder, arguments);
}
