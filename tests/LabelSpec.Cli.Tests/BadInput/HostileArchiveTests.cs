using System.IO.Compression;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Archives that unpack to far more than they are, or to places outside.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_bomb_in_an_archive_is_refused_and_the_rest_is_read()
    {
        WriteZip("bomb.zip", ("a.json", Blanks(300)), ("good.json", Text(BadInput.Good)));

        var outcome = BadInput.CheckAll(folder, "bomb.zip");

        Assert.Contains("bomb.zip:1:1: error[LS2011] 'a.json' would unpack", outcome.Output);
        Assert.Contains("bomb.zip/good.json:3:69: warning[LS3203]", outcome.Output);
    }

    [Fact]
    public void An_archive_in_an_archive_is_not_opened()
    {
        WriteZip("inner.zip", ("b.json", Blanks(200)));
        var inner = File.ReadAllBytes(folder.PathOf("inner.zip"));
        File.Delete(folder.PathOf("inner.zip"));
        WriteZip("outer.zip", ("inner.zip", stream => stream.Write(inner)), ("good.json", Text(BadInput.Good)));

        Assert.Contains("outer.zip/good.json:3:69: warning[LS3203]", BadInput.CheckAll(folder, "outer.zip").Output);
    }

    [Fact]
    public void A_packed_file_that_unpacks_to_far_more_is_refused()
    {
        using (var file = File.Create(folder.PathOf("bomb.json.gz")))
        using (var packed = new GZipStream(file, CompressionLevel.Optimal))
            Blanks(600)(packed);

        Assert.Contains("bomb.json.gz:1:1: error[LS2002]", BadInput.CheckAll(folder).Output);
    }

    [Fact]
    public void A_packed_file_that_ends_too_early_is_reported()
    {
        using (var file = File.Create(folder.PathOf("a.json.gz")))
        using (var packed = new GZipStream(file, CompressionLevel.Fastest))
            Text(BadInput.Good)(packed);
        var bytes = File.ReadAllBytes(folder.PathOf("a.json.gz"));
        File.WriteAllBytes(folder.PathOf("a.json.gz"), bytes[..40]);
        File.WriteAllBytes(folder.PathOf("b.json.gz"), [.. bytes[..10], 0xFF, 0xFF, 0xFF, .. bytes[13..]]);

        var outcome = BadInput.CheckAll(folder);

        Assert.Contains("a.json.gz:1:", outcome.Output);
        Assert.Contains("b.json.gz:1:1: error[LS2002]", outcome.Output);
    }

    [Fact]
    public void Names_that_lead_out_of_an_archive_are_refused()
    {
        WriteZip(
            "slip.zip",
            ("../../out.json", Text(BadInput.Good)),
            ("/etc/labelspec.json", Text(BadInput.Good)),
            ("a/../../out.json", Text(BadInput.Good)),
            ("good.json", Text(BadInput.Good))
        );

        var outcome = BadInput.CheckAll(folder, "slip.zip");

        Assert.Contains("error[LS2011] '../../out.json' leads out of the archive", outcome.Output);
        Assert.Contains("error[LS2011] '/etc/labelspec.json' leads out of the archive", outcome.Output);
        Assert.Contains("error[LS2011] 'a/../../out.json' leads out of the archive", outcome.Output);
        Assert.Contains("slip.zip/good.json:3:69", outcome.Output);
    }

    [Fact]
    public void A_damaged_archive_is_reported()
    {
        WriteZip("a.zip", ("good.json", Text(BadInput.Good)));
        var bytes = File.ReadAllBytes(folder.PathOf("a.zip"));
        File.WriteAllBytes(folder.PathOf("a.zip"), bytes[..^30]);

        Assert.Contains("a.zip:1:1: error[LS2002]", BadInput.CheckAll(folder, "a.zip").Output);
    }

    void WriteZip(string name, params ReadOnlySpan<(string Name, Action<Stream> Write)> entries)
    {
        using var archive = ZipFile.Open(folder.PathOf(name), ZipArchiveMode.Create);
        foreach (var (entry, write) in entries)
        {
            using var stream = archive.CreateEntry(entry).Open();
            write(stream);
        }
    }

    static Action<Stream> Text(string text) => stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text));

    static Action<Stream> Blanks(int megabytes) =>
        stream =>
        {
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            stream.Write("{\"images\": [], \"annotations\": []}"u8);
            for (var i = 0; i < megabytes; i++)
                stream.Write(blanks);
        };
}
