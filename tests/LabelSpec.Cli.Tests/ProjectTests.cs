using System.Text.Json.Nodes;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Cli.Tests;

/// <summary>Data that <c>labelspec.yaml</c> names.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Without_paths_the_data_sets_of_the_project_are_checked_from_any_folder_below()
    {
        using var scratch = Project("datasets:\n  - path: data/**/*.json\n");
        Directory.CreateDirectory(scratch["deep/er"]);
        Assert.Contains("data/a/defects.json:8:27", scratch.Run("check").Exits(1).Output);
        var below = new Labelspec.Invocation { Arguments = ["check"], Folder = scratch["deep/er"] }
            .Run()
            .Exits(1);
        Assert.Contains("defects.json:8:27: error[LS3003]", below.Output);
    }

    [Fact]
    public void The_severities_of_the_project_hold_unless_the_command_line_says_otherwise()
    {
        using var scratch = Project("datasets:\n  - path: data/**/*.json\nseverity: { LS3003: off, LS3203: off }\n");
        scratch.Run("check").Exits(0);
        scratch.Run("check", "data/a/defects.json").Exits(0);
        scratch.Run("check", "--severity", "LS3003=error").Exits(1);
    }

    [Fact]
    public void Excluded_files_are_left_out()
    {
        using var scratch = Project("datasets:\n  - path: data/**/*.json\n    exclude: ['data/a/**']\n");
        Assert.Contains("1 file, ", scratch.Run("check").Exits(0).Output);
    }

    [Fact]
    public void A_pattern_without_files_is_said()
    {
        using var scratch = Project("datasets:\n  - path: dota/**/*.json\n");
        Assert.Contains("names 'dota/**/*.json', but there is no such file", scratch.Run("check").Exits(3).Error);
    }

    [Fact]
    public void The_baseline_of_the_project_need_not_exist_yet()
    {
        using var scratch = Project("datasets:\n  - path: data/**/*.json\nbaseline: .labelspec/baseline.json\n");
        scratch.Run("check").Exits(1);
        scratch.Run("check", "--update-baseline").Exits(0);
        scratch.Run("check").Exits(0);
    }

    [Fact]
    public void A_broken_project_file_is_reported_in_the_chosen_format()
    {
        using var scratch = Project("datsets:\n  - path: data/**/*.json\n");
        var text = scratch.Run("check").Exits(2).Output;
        Assert.Contains($"labelspec.yaml:1:1: error[{ProjectProblemCodes.UnknownKey}]", text);
        Assert.Contains("1 | datsets:", text);
        var json = JsonNode.Parse(scratch.Run("check", "--format", "json").Exits(2).Output)!;
        Assert.Equal(ProjectProblemCodes.UnknownKey, (string?)json["findings"]![0]!["rule"]);
        Assert.Equal(1, (int)json["summary"]!["errors"]!);
        var sarif = JsonNode.Parse(scratch.Run("check", "--format", "sarif").Exits(2).Output)!;
        Assert.False((bool)sarif["runs"]![0]!["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public void A_rule_or_check_that_nobody_has_is_an_error_at_its_place()
    {
        using var scratch = Project(
            """
            spec: cars.labelspec
            datasets:
              - path: data/**/*.json
            severity: { LS3023: off, small_cars: off, smal_cars: info }
            """
        );
        scratch.Write("cars.labelspec", "class car\nrule small_cars { for a: car require a.width > 1px }\n");

        var text = scratch.Run("check").Exits(2).Output;

        Assert.Contains("labelspec.yaml:4:13: error[LS2911]", text);
        Assert.Contains("labelspec.yaml:4:43: error[LS2911] There is no rule or check \"smal_cars\"", text);
        Assert.Contains("Did you mean \"small_cars\"?", text);
        Assert.DoesNotContain("labelspec.yaml:4:26", text);
        Assert.Contains("LS2911", scratch.Run("explain", "LS2911").Exits(0).Output);
    }

    [Fact]
    public void Data_sets_with_different_settings_are_judged_together()
    {
        using var scratch = Project(
            """
            spec: cars.labelspec
            datasets:
              - { path: data/a/*.json, annotator: file name }
              - { path: data/b/*.json, annotator: folder name }
            severity: { LS3003: off, LS3203: off }
            """
        );
        scratch.Write(
            "cars.labelspec",
            """
            class car
            rule two_people { for dataset require count(a: car where a.annotator == "defects") >= 2 }
            rule enough { for dataset require count(a: car where a.annotator == "b") >= 1 }
            """
        );

        scratch.Run("check").Exits(0);
        scratch.Run("check", "data").Exits(0);
        scratch.Run("check", "data/a").Exits(1);
    }

    [Fact]
    public void A_folder_is_judged_by_the_guidelines_of_the_files_in_it()
    {
        using var scratch = Project(
            """
            datasets:
              - { path: data/a/*.json, spec: a.labelspec }
              - { path: data/b/*.json, spec: b.labelspec }
            severity: { LS3003: off, LS3203: off }
            """
        );
        scratch.Write("a.labelspec", "class car\nrule in_a: error { for a: car require a.width > 50px }\n");
        scratch.Write("b.labelspec", "class car\nrule in_b: error { for a: car require a.width > 50px }\n");

        foreach (var outcome in (Outcome[])[scratch.Run("check"), scratch.Run("check", ".")])
        {
            Assert.Contains("data/a/defects.json:7:56: error[in_a]", outcome.Exits(1).Output);
            Assert.Contains("error[in_b]", outcome.Output);
            Assert.DoesNotMatch(@"data/b/\S+ error\[in_a\]", outcome.Output);
            Assert.DoesNotContain("./data", outcome.Output);
        }
    }

    static Scratch Project(string yaml)
    {
        var scratch = new Scratch();
        scratch.Write("labelspec.yaml", yaml);
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data/a/defects.json");
        scratch.Copy(Path.Combine(Fixture.Coco, "clean.json"), "data/b/clean.json");
        return scratch;
    }
}
