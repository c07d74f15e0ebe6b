using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>
/// What lies beside annotations and says what they mean cannot be read: it is said, with its file, and the annotations are read
/// without it.
/// </summary>
public sealed class UnreadableCompanionTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose()
    {
        // Nothing may be left that its owner cannot delete.
        if (!OperatingSystem.IsWindows())
            foreach (var path in Directory.EnumerateDirectories(folder.Path, "*", SearchOption.TopDirectoryOnly))
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Dispose();
    }

    [Fact]
    public void Facts_of_a_MOT_sequence()
    {
        folder.Write("s1/gt/gt.txt", "1,1,10,10,5,5,1,1,1\n");
        folder.Write("s2/gt/gt.txt", "1,1,10,10,5,5,1,1,1\n");
        Directory.CreateDirectory(folder.PathOf("s1", "seqinfo.ini"));
        File.CreateSymbolicLink(folder.PathOf("s1", "gt", "labels.txt"), "nowhere.txt");
        File.CreateSymbolicLink(folder.PathOf("s2", "seqinfo.ini"), "seqinfo.ini");
        folder.Write("s2/gt/labels.txt", new string('x', 100_000));

        var outcome = BadInput.Run(folder, "check", "--no-cache", "--max", "0", ".");

        Assert.Contains("s1/seqinfo.ini:1:1: error[LS2002]", outcome.Output);
        Assert.Contains("it is a folder", outcome.Output);
        Assert.Contains("s1/gt/labels.txt:1:1: error[LS2002]", outcome.Output);
        Assert.Contains("s2/seqinfo.ini:1:1: error[LS2002]", outcome.Output);
        Assert.Contains("s2/gt/labels.txt:1:1: error[LS2002]", outcome.Output);
        Assert.Contains("larger than 64 KB", outcome.Output);
        Assert.Equal(3, outcome.ExitCode);
    }

    [Fact]
    public void Lists_and_colours_of_VOC()
    {
        folder.Write("voc/Annotations/a.xml", Voc("a"));
        Directory.CreateDirectory(folder.PathOf("voc", "SegmentationObject"));
        File.CreateSymbolicLink(folder.PathOf("voc", "labelmap.txt"), "labelmap.txt");
        Directory.CreateDirectory(folder.PathOf("voc", "ImageSets", "Main"));
        File.CreateSymbolicLink(folder.PathOf("voc", "ImageSets", "Main", "train.txt"), "nowhere.txt");

        var outcome = BadInput.Run(folder, "check", "--no-cache", "--max", "0", ".");

        Assert.Contains("voc/labelmap.txt:1:1: error[LS2002]", outcome.Output);
        Assert.Contains("voc/ImageSets/Main/train.txt:1:1: error[LS2002]", outcome.Output);
    }

    [Theory]
    [InlineData("voc", "a.xml", "b.xml")]
    [InlineData("labels", "a.txt", "b.txt")]
    public void Neighbours_that_the_meaning_of_numbers_is_seen_from(string name, string named, string neighbour)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { named, neighbour })
            folder.Write(
                $"{name}/{file}",
                file.EndsWith(".xml", StringComparison.Ordinal) ? Voc(file[..1]) : "0 0.5 0.5 0.1 0.1\n"
            );
        File.SetUnixFileMode(folder.PathOf(name, neighbour), UnixFileMode.None);

        var one = BadInput.AsNobody(folder, "check", "--no-cache", $"{name}/{named}");
        var all = BadInput.AsNobody(folder, "check", "--no-cache", name);

        Assert.Contains($"{name}/{neighbour}:1:1: error[LS2002]", one.Output);
        Assert.Equal(1, Count(all.Output, $"{neighbour}:1:1: error[LS2002]"));
    }

    [Theory]
    [InlineData("voc", "a.xml")]
    [InlineData("labels", "a.txt")]
    [InlineData("coco", "a.json")]
    public void A_folder_that_may_be_entered_and_not_listed(string name, string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.Write(
            $"{name}/{file}",
            name switch
            {
                "voc" => Voc("a"),
                "labels" => "0 0.5 0.5 0.1 0.1\n",
                _ => BadInput.Good,
            }
        );
        File.SetUnixFileMode(folder.PathOf(name), UnixFileMode.OtherExecute | UnixFileMode.UserExecute);
        folder.Write("zz_good.json", BadInput.Good);

        var outcome = BadInput.AsNobody(folder, "check", "--no-cache", $"{name}/{file}", "zz_good.json");

        Assert.Contains("zz_good.json:3:69: warning[LS3203]", outcome.Output);
        if (name != "coco")
            Assert.Contains($"{name}:1:1: error[LS2002]", outcome.Output);
    }

    [Fact]
    public void Folders_that_a_pattern_leads_into()
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.Write("closed/a.json", BadInput.Good);
        folder.Write("zz_good.json", BadInput.Good);
        File.SetUnixFileMode(folder.PathOf("closed"), UnixFileMode.None);

        var outcome = BadInput.AsNobody(folder, "check", "--no-cache", "**/*.json");

        Assert.Contains("closed:1:1: error[LS2002] The folder cannot be read", outcome.Output);
        Assert.Contains("zz_good.json:3:69: warning[LS3203]", outcome.Output);
    }

    [Fact]
    public void Pictures_in_folders_of_classes()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (
            var (label, i) in from label in new[] { "cat", "dog" }
            from i in Enumerable.Range(10, 20)
            select (label, i)
        )
            folder.Write($"set/{label}/{i}.bmp", $"BM picture {i}");
        File.SetUnixFileMode(folder.PathOf("set", "dog", "29.bmp"), UnixFileMode.None);

        var outcome = BadInput.AsNobody(folder, "check", "--no-cache", "--max", "0", "set");

        Assert.Equal(1, Count(outcome.Output, "set/dog/29.bmp:1:1: error[LS2002]"));
        Assert.Contains("set/dog/28.bmp:1:1: error[LS2523]", outcome.Output);
    }

    [Fact]
    public void Folders_that_would_say_what_a_picture_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.Write("set/cat/1.bmp", "BM picture");
        folder.Write("set/dog/1.bmp", "BM picture");
        File.SetUnixFileMode(folder.PathOf("set", "dog"), UnixFileMode.None);

        var all = BadInput.AsNobody(folder, "check", "--no-cache", "set");
        var one = BadInput.AsNobody(folder, "check", "--no-cache", "set/cat/1.bmp");

        Assert.Contains("set/dog:1:1: error[LS2002]", all.Output);
        Assert.Contains("set/cat/1.bmp:1:1: error[LS2003]", one.Output);
        Assert.Contains("the folder dog cannot be listed", one.Output);
        File.SetUnixFileMode(folder.PathOf("set", "dog"), (UnixFileMode)0b111_000_000);
    }

    [Fact]
    public void Names_that_are_too_long_for_any_file()
    {
        var name = new string('n', 300);
        folder.Write("in/a.json", BadInput.Good.Replace("a.jpg", name + ".jpg", StringComparison.Ordinal));

        var outcome = BadInput.CheckAll(folder, name + ".json", name + "/*.json");

        Assert.Contains("nnn.json:1:1: error[LS2001]", outcome.Output);
        Assert.Equal(3, outcome.ExitCode);
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;

    static string Voc(string name) =>
        $"<annotation><filename>{name}.jpg</filename><size><width>50</width><height>50</height></size>"
        + "<object><name>car</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object>"
        + "</annotation>\n";
}
