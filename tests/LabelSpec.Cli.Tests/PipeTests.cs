namespace LabelSpec.Cli.Tests;

/// <summary>What comes out of a pipe is judged as a file of the same content is.</summary>
public sealed class PipeTests
{
    static string Fixtures => Fixture.Coco;

    [Fact]
    public void Standard_input_is_judged()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var outcome = new Labelspec.Invocation
        {
            Arguments = ["check", "/dev/stdin"],
            Input = File.ReadAllText(Path.Combine(Fixtures, "defects.json")),
        }.Run();

        Assert.Contains("/dev/stdin:8:27: error[LS3003] ", outcome.Exits(1).Output);
    }

    [Fact]
    public void What_a_command_of_the_shell_unpacks_is_judged()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var scratch = new Scratch();
        var packed = scratch["a.json.gz"];
        using (var file = File.Create(packed))
        using (var zip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Compress))
            zip.Write(File.ReadAllBytes(Path.Combine(Fixtures, "defects.json")));

        var outcome = new Labelspec.Invocation
        {
            Program = "/bin/bash",
            Arguments = ["-c", $"'{Labelspec.Executable}' check <(gzip -dc '{packed}')"],
        }.Run();

        Assert.Contains(":8:27: error[LS3003] ", outcome.Exits(1).Output);
    }

    [Fact]
    public void Repairs_of_a_pipe_are_refused()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var outcome = new Labelspec.Invocation
        {
            Arguments = ["fix", "/dev/stdin"],
            Input = File.ReadAllText(Path.Combine(Fixtures, "defects.json")),
        }.Run();

        Assert.NotEqual(0, outcome.ExitCode);
    }
}
