using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LabelSpec.Cli.Tests;

public sealed class CacheTests : IDisposable
{
    const string Folder = ".labelspec_cache";

    readonly Scratch scratch = new();

    public CacheTests()
    {
        scratch.Write("data.json", Coco(90_000));
        File.SetLastWriteTimeUtc(scratch["data.json"], DateTime.UtcNow.AddMinutes(-5));
    }

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("sarif")]
    public void The_second_check_prints_what_the_first_did(string format)
    {
        var first = Check("--format", format);
        Assert.Single(Entries());
        var second = Check("--format", format);
        Assert.Equal(Comparable(first.Output), Comparable(second.Output));
        Assert.Equal(first.ExitCode, second.ExitCode);
        Assert.Equal(Comparable(first.Output), Comparable(Check("--format", format, "--no-cache").Output));
    }

    [Fact]
    public void The_second_check_does_not_read_the_data()
    {
        Check();
        // Same length, same time, other content: only a run that reads it would see the difference.
        var time = File.GetLastWriteTimeUtc(scratch["data.json"]);
        scratch.Write("data.json", new string(' ', (int)new FileInfo(scratch["data.json"]).Length));
        File.SetLastWriteTimeUtc(scratch["data.json"], time);
        Check().Exits(1);
        Check("--no-cache").Exits(3);
    }

    [Fact]
    public void Findings_that_the_first_report_did_not_show_are_made_when_the_second_does()
    {
        Check("--max", "1");
        Assert.Equal(Comparable(Check("--no-cache", "--max", "50").Output), Comparable(Check("--max", "50").Output));
    }

    [Fact]
    public void Changed_data_is_judged_anew_and_touched_data_is_not()
    {
        var before = Check().Output;
        File.SetLastWriteTimeUtc(scratch["data.json"], DateTime.UtcNow.AddMinutes(-1));
        Assert.Equal(Comparable(before), Comparable(Check().Output));

        var text = File.ReadAllText(scratch["data.json"]);
        scratch.Write("data.json", text.Replace("[10,10,5,5]", "[10,10,5,0]", StringComparison.Ordinal));
        Assert.NotEqual(Comparable(before), Comparable(Check().Output));
    }

    [Theory]
    [InlineData("--severity", "LS3202=warning")]
    [InlineData("--rule", "LS3202")]
    [InlineData("--spec", "g.labelspec")]
    public void Another_question_has_another_answer(string option, string value)
    {
        scratch.Write("g.labelspec", "class car { shape box }\nrule r { for c: car require c.width < 5px }");
        Check();
        Assert.Equal(Comparable(Check("--no-cache", option, value).Output), Comparable(Check(option, value).Output));
    }

    [Fact]
    public void A_picture_that_appears_is_noticed()
    {
        Directory.CreateDirectory(scratch["images"]);
        File.WriteAllBytes(scratch["images/1.jpg"], []);
        var before = Check("--fail-on", "never").Output;
        File.WriteAllBytes(scratch["images/2.jpg"], []);
        var after = Check("--fail-on", "never").Output;
        Assert.Equal(Comparable(Check("--fail-on", "never", "--no-cache").Output), Comparable(after));
        Assert.NotEqual(Comparable(before), Comparable(after));
    }

    [Fact]
    public void A_damaged_entry_is_as_none()
    {
        var first = Check();
        var entry = Entries().Single();
        var bytes = File.ReadAllBytes(entry);
        foreach (var damage in new[] { bytes[..(bytes.Length / 2)], [], [.. bytes.Select(each => (byte)~each)] })
        {
            File.WriteAllBytes(entry, damage);
            Assert.Equal(Comparable(first.Output), Comparable(Check().Output));
        }

        bytes[bytes.Length / 3] ^= 1;
        File.WriteAllBytes(entry, bytes);
        Assert.Equal(Comparable(first.Output), Comparable(Check().Output));
    }

    [Fact]
    public void Small_data_and_no_cache_leave_nothing_behind()
    {
        Check("--no-cache");
        Assert.False(Directory.Exists(scratch[Folder]));
        scratch.Write("data.json", Coco(10));
        Check();
        Assert.False(Directory.Exists(scratch[Folder]));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_costs_the_cache_only()
    {
        File.WriteAllText(scratch[Folder], "a file where the folder should be");
        Assert.Equal(Check("--no-cache").ExitCode, Check().ExitCode);
    }

    Outcome Check(params string[] options) => scratch.Run(["check", .. options, "data.json"]);

    string[] Entries() => Directory.GetFiles(scratch[Folder], "*.result");

    static string Comparable(string report) =>
        Regex.Replace(report, """("duration_ms": ?[0-9.]+)|(in [0-9.,]+ m?s\b)""", "");

    // A box without a height, one beyond the image, and as many good ones as are wanted.
    static string Coco(int annotations)
    {
        var text = new StringBuilder("""{"images":[""");
        text.AppendJoin(
            ',',
            Enumerable
                .Range(1, 50)
                .Select(id => $$"""{"id":{{id}},"file_name":"{{id}}.jpg","width":100000,"height":100000}""")
        );
        text.Append("""],"categories":[{"id":1,"name":"car"}],"annotations":[""");
        for (var id = 1; id <= annotations; id++)
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{"id":{{id}},"image_id":{{1 + id % 50}},"category_id":1,"bbox":[{{id}},{{id % 300 * 50}},7,9]},"""
            );
        return text.Append(
                """{"id":900001,"image_id":1,"category_id":1,"bbox":[1,1,9,0]},{"id":900002,"image_id":1,"category_id":1,"bbox":[10,10,5,5]},"""
                    + """{"id":900003,"image_id":1,"category_id":1,"bbox":[99999,1,90,9]}]}"""
            )
            .ToString();
    }
}
