using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Files that grow, shrink, vanish and come back while they are read, reported and repaired.</summary>
public sealed class ChangingFileTests : IDisposable
{
    const int Files = 60;

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("check", "--no-cache", "--max", "0", ".")]
    [InlineData("check", "--no-cache", "-f", "sarif", ".")]
    [InlineData("fix", ".")]
    [InlineData("convert", ".", "out", "--to", "voc", "--allow-loss")]
    public async Task Are_no_reason_to_fall(params string[] arguments)
    {
        for (var i = 0; i < Files; i++)
            Write(i, 1 + i % 5);
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() => Change(stop.Token));
        try
        {
            for (var round = 0; round < 2; round++)
                BadInput.Run(folder, arguments);
        }
        finally
        {
            await stop.CancelAsync();
            await changing;
        }

        // Whatever was repaired meanwhile, no file is in pieces.
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
    }

    /// <summary>Whether it is read piece by piece, at once and held, or again for each place.</summary>
    [Theory]
    [InlineData(6 << 20)]
    [InlineData(1 << 20)]
    [InlineData(1 << 10)]
    public async Task Written_to_meanwhile_are_told(int length)
    {
        folder.Write("busy.json", BadInput.Good + new string(' ', length));
        folder.Write("quiet.json", BadInput.Good);
        using var stop = new CancellationTokenSource();
        var writing = Task.Factory.StartNew(
            () => Append("busy.json", stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        Outcome text;
        try
        {
            text = BadInput.Run(folder, "check", "busy.json", "quiet.json");
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        Assert.Equal(3, text.ExitCode);
        Assert.Contains("busy.json:1:1: error[LS2013] The file changed while it was checked", text.Output);
        Assert.DoesNotContain("quiet.json:1:1: error[LS2013]", text.Output);
        // What was found is said all the same.
        Assert.Contains("busy.json:3:69: warning[LS3203]", text.Output);
        Assert.Contains("quiet.json:3:69: warning[LS3203]", text.Output);
        // Nothing was kept of it, and nobody writes any more.
        var again = BadInput.Run(folder, "check", "busy.json", "quiet.json");
        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain("LS2013", again.Output);
    }

    [Fact]
    public void What_lies_beside_annotations_is_not_taken_for_changed()
    {
        folder.Write("ImageSets/Main/train.txt", "1\n2\n");
        folder.Write(
            "Annotations/1.xml",
            "<annotation><filename>1.jpg</filename><size><width>50</width><height>50</height></size></annotation>"
        );

        var outcome = BadInput.Run(folder, "check", ".");

        Assert.Contains("train.txt:2:1: warning[LS2506]", outcome.Output);
        Assert.DoesNotContain("LS2013", outcome.Output);
        Assert.Equal(0, outcome.ExitCode);
    }

    void Append(string name, CancellationToken stop)
    {
        using var file = new FileStream(folder.PathOf(name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        while (!stop.IsCancellationRequested)
        {
            file.WriteByte((byte)' ');
            file.Flush();
            // A file of a few hundred bytes must not become a large one.
            Thread.Sleep(1);
        }
    }

    void Change(CancellationToken stop)
    {
        var random = new Random(7);
        while (!stop.IsCancellationRequested)
        {
            var file = random.Next(Files);
            switch (random.Next(4))
            {
                case 0:
                    File.Delete(PathOf(file));
                    break;
                case 1:
                    File.WriteAllText(PathOf(file), "<annotation>");
                    break;
                default:
                    Write(file, random.Next(400));
                    break;
            }
        }
    }

    void Write(int file, int objects) =>
        File.WriteAllText(
            PathOf(file),
            $"<annotation><filename>{file}.jpg</filename><size><width>50</width><height>50</height></size>\n"
                + string.Concat(
                    Enumerable.Repeat(
                        "<object><name>car</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>90</xmax><ymax>3</ymax></bndbox></object>\n",
                        objects
                    )
                )
                + "</annotation>\n"
        );

    string PathOf(int file) => folder.PathOf($"{file}.xml");
}
