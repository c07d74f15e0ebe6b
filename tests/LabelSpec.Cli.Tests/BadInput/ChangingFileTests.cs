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
