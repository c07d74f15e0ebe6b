using System.Text.RegularExpressions;
using LabelSpec.Reports;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

public sealed class ShardTests
{
    [Fact]
    public void Shards_merge_into_what_one_process_prints()
    {
        using var scratch = new Scratch();
        Copy(RepositoryFiles.Sample("urban_driving"), scratch.Folder);
        string[] parts = ["parts/1.bin", "parts/2.bin", "parts/3.bin"];
        for (var number = 1; number <= 3; number++)
            scratch.Run("check", "--shard", $"{number}/3", "--partial", parts[number - 1], "--jobs", "1").Exits(0);

        foreach (var format in ReportFormats.All.Select(format => format.Name))
        {
            var whole = scratch.Run("check", "--no-cache", "--format", format, "--no-color");
            var merged = scratch
                .Run(["merge", "--format", format, "--no-color", .. parts.Reverse()])
                .Exits(whole.ExitCode);
            Assert.Equal(WithoutDuration(whole.Output), WithoutDuration(merged.Output));
        }
    }

    [Fact]
    public void A_missing_a_repeated_and_a_foreign_shard_are_named()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        for (var number = 1; number <= 3; number++)
            scratch.Run("check", "--shard", $"{number}/3", "--partial", $"{number}.bin", "data.json").Exits(0);
        scratch.Run("check", "--shard", "1/2", "--partial", "other.bin", "data.json").Exits(0);

        Assert.Contains("of 3 shards 1 are missing: 2", scratch.Run("merge", "1.bin", "3.bin").Exits(3).Error);
        Assert.Contains("are the same shard, 1/3", scratch.Run("merge", "1.bin", "1.bin", "2.bin").Exits(3).Error);
        Assert.Contains("different checks", scratch.Run("merge", "1.bin", "2.bin", "other.bin").Exits(3).Error);
        Assert.Contains("there is no partial result", scratch.Run("merge", "9.bin").Exits(3).Error);
        Assert.Contains("not a file of this version", scratch.Run("merge", "data.json").Exits(3).Error);
    }

    [Fact]
    public void Data_that_changed_between_or_after_the_shards_is_not_merged()
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        scratch.Run("check", "--shard", "1/2", "--partial", "1.bin", "data.json").Exits(0);
        var before = File.ReadAllText(scratch["data.json"]);
        scratch.Write("data.json", before + "\n");
        scratch.Run("check", "--shard", "2/2", "--partial", "2.bin", "data.json").Exits(0);
        Assert.Contains("a file changed between the shards", scratch.Run("merge", "1.bin", "2.bin").Exits(3).Error);

        scratch.Write("data.json", before);
        scratch.Run("check", "--shard", "2/2", "--partial", "2.bin", "data.json").Exits(0);
        scratch.Run("merge", "1.bin", "2.bin").Exits(1);
        scratch.Write("data.json", before + "\n");
        Assert.Contains("changed since the shards ran", scratch.Run("merge", "1.bin", "2.bin").Exits(3).Error);
    }

    [Theory]
    [InlineData("--shard", "1/2")]
    [InlineData("--partial", "1.bin")]
    [InlineData("--shard", "3/2")]
    [InlineData("--shard", "half")]
    public void A_shard_that_makes_no_sense_is_a_usage_error(string option, string value)
    {
        using var scratch = new Scratch();
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data.json");
        Assert.Contains("--shard", scratch.Run("check", option, value, "data.json").Exits(2).Error);
    }

    static string WithoutDuration(string report) =>
        Regex.Replace(report, """("duration_ms": ?[0-9.]+)|(in [0-9.,]+ m?s\b)|(time="[0-9.]+")""", "");

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
