using System.IO.Compression;

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

    /// <summary>What comes out is known by its content alone: pipes of the shell are called 63.</summary>
    [Theory]
    [InlineData("filename,width,height,class,xmin,ymin,xmax,ymax\\na.jpg,50,50,car,10,10,90,20\\n", "LS3203")]
    [InlineData("ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax\\na,x,/m/1,1,0.5,0.2,0.1,0.2\\n", "LS3202")]
    [InlineData("1,1,10,10,20,20,1,1,1\\n1,1,90,10,20,20,1,1,1\\n", "LS3707")]
    [InlineData("Car 0.00 0 -1.5 10 10 5 20 1.5 1.6 3.9 1 1 10 -1.5\\n", "LS3202")]
    [InlineData("{\"image\": \"a.jpg\", \"label\": \"car\", \"x1\": 10, \"y1\": 1, \"x2\": 5, \"y2\": 5}\\n", "LS3202")]
    [InlineData("0 0.5 0.5 0.2 0.2\\n0 0.5 0.5 0.2 -0.2\\n", "LS3202")]
    public void The_format_of_a_pipe_is_told_by_its_content(string text, string code)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var outcome = InShell($"'{{labelspec}}' check <(printf '%b' '{text}')");

        Assert.Contains($"[{code}]", outcome.Output);
        Assert.DoesNotContain("LS2003", outcome.Output);
    }

    [Fact]
    public void What_comes_packed_out_of_a_pipe_is_unpacked()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var outcome = InShell("'{labelspec}' check <(gzip -c '{file}')");
        var damaged = InShell("'{labelspec}' check <(gzip -c '{file}' | head -c 30 | cat - '{file}')");
        var bomb = InShell("'{labelspec}' check <(head -c 300000000 /dev/zero | gzip -c)");

        Assert.Contains(":8:27: error[LS3003] ", outcome.Exits(1).Output);
        Assert.Contains("is packed and cannot be read", damaged.Exits(3).Error);
        Assert.Contains("is packed and cannot be read", bomb.Exits(3).Error);
    }

    [Fact]
    public void Archives_out_of_pipes_are_read()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var scratch = new Scratch();
        var archive = scratch["a.zip"];
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
            zip.CreateEntryFromFile(Path.Combine(Fixtures, "defects.json"), "deep/defects.json");

        var outcome = InShell($"'{{labelspec}}' check <(cat '{archive}')");
        var damaged = InShell($"'{{labelspec}}' check <(head -c 300 '{archive}')");

        Assert.Contains("/deep/defects.json:8:27: error[LS3003] ", outcome.Exits(1).Output);
        Assert.Contains("[LS2002] The archive cannot be read", damaged.Exits(3).Output + damaged.Error);
    }

    [Fact]
    public void Pipes_with_a_name_are_judged()
    {
        if (OperatingSystem.IsWindows())
            return;
        var outcome = InShell("mkfifo p.json && { cat '{file}' > p.json & '{labelspec}' check p.json; }");

        Assert.Contains("p.json:8:27: error[LS3003] ", outcome.Exits(1).Output);
    }

    [Fact]
    public void Pipes_with_a_name_are_compared_and_converted()
    {
        if (OperatingSystem.IsWindows())
            return;
        var compared = InShell(
            "mkfifo p.json q.json && { cat '{clean}' > p.json & cat '{clean}' > q.json & '{labelspec}' compare p.json q.json; }"
        );
        var converted = InShell(
            "mkfifo p.json && { cat '{clean}' > p.json & '{labelspec}' convert p.json out.xml --to cvat --allow-loss && cat out.xml; }"
        );

        Assert.Contains("F1", compared.Exits(0).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<annotations>", converted.Exits(0).Output);
    }

    /// <summary>A model that found nothing gives an empty list, which no format could be told by.</summary>
    [Fact]
    public void No_predictions_out_of_a_pipe_are_scored()
    {
        if (OperatingSystem.IsWindows())
            return;
        var outcome = InShell("mkfifo p.json && { echo '[ ]' > p.json & '{labelspec}' evaluate '{clean}' p.json; }");

        Assert.Contains("AP", outcome.Exits(0).Output);
    }

    [Fact]
    public void Pipes_that_would_be_read_again_are_refused_and_it_is_said_why()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string Refused =
            "p.json:1:1: error[LS2002] It is a pipe or a device, which can be read only once; write what it";
        var fix = InShell("mkfifo p.json && '{labelspec}' fix p.json");
        var migrate = InShell("mkfifo p.json && '{labelspec}' migrate --class a=b p.json");
        var shard = InShell(
            "mkfifo p.json && '{labelspec}' check --shard 1/1 --partial a.bin p.json && '{labelspec}' merge a.bin"
        );

        Assert.Contains(Refused, fix.Exits(3).Error);
        Assert.Contains(Refused, migrate.Exits(3).Error);
        Assert.Contains("p.json", shard.Exits(3).Output + shard.Error);
    }

    static Outcome InShell(string script)
    {
        using var scratch = new Scratch();
        return new Labelspec.Invocation
        {
            Program = "/bin/bash",
            Folder = scratch.Folder,
            Arguments =
            [
                "-c",
                script
                    .Replace("{labelspec}", Labelspec.Executable, StringComparison.Ordinal)
                    .Replace("{file}", Path.Combine(Fixtures, "defects.json"), StringComparison.Ordinal)
                    .Replace("{clean}", Path.Combine(Fixtures, "clean.json"), StringComparison.Ordinal),
            ],
        }.Run();
    }

    /// <summary>Images that have no name are called as their file is, and so would be looked for where the pipe is.</summary>
    [Fact]
    public void A_pipe_is_not_taken_for_a_picture()
    {
        if (!OperatingSystem.IsLinux())
            return;
        const string Text = """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"0": {"name": "a", "type": "Car",
              "object_data": {"bbox": [{"name": "b", "val": [50, 50, 40, 40]}]}}}}}
            """;
        var outcome = new Labelspec.Invocation
        {
            Program = "/bin/bash",
            Arguments = ["-c", $"'{Labelspec.Executable}' check <(cat)"],
            Input = Text,
        }.Run();

        Assert.Contains("1 file, 1 image, 1 annotation", outcome.Exits(0).Output);
        Assert.DoesNotContain("LS40", outcome.Output);
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
