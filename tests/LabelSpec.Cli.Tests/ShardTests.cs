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

    // Tracks go through images of all shards, and have gaps and jumps.
    [Fact]
    public void Tracks_are_judged_whole_whatever_images_they_go_through()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "rules.labelspec",
            """
            class pedestrian { shape box }
            rule long { for track t: pedestrian require t.length > 40 }
            rule whole { for track t: pedestrian require t.gaps == 0 }
            rule steady { for step a -> b: pedestrian require abs(a.left - b.left) < 30px }
            rule widest { for a: pedestrian require count(b: pedestrian in dataset where b.width > a.width) > 0 }
            """
        );
        scratch.Write(
            "street/gt/gt.txt",
            string.Concat(
                Enumerable
                    .Range(0, 150)
                    .SelectMany(track =>
                        Enumerable
                            .Range(1 + track, 20 + (track % 50))
                            .Where(frame => track % 3 > 0 || frame % 7 > 0)
                            .Select(frame =>
                                $"{frame},{track + 1},{frame * (track % 5 == 0 ? 40 : 10)},20,{30 + track},60,1,1,1\n"
                            )
                    )
            )
        );
        string[] what = ["--spec", "rules.labelspec", "street"];
        var whole = scratch.Run(["check", "--format", "json", .. what]).Exits(1);
        for (var number = 1; number <= 3; number++)
            scratch.Run(["check", "--shard", $"{number}/3", "--partial", $"{number}.bin", .. what]).Exits(0);

        var merged = scratch.Run("merge", "--format", "json", "2.bin", "3.bin", "1.bin").Exits(1);

        Assert.All(new[] { "long", "whole", "steady", "widest" }, rule => Assert.Contains($"\"{rule}\"", whole.Output));
        Assert.Equal(WithoutDuration(whole.Output), WithoutDuration(merged.Output));
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
