using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LabelSpec.Cli.Tests;

/// <summary>How <c>check</c> and <c>explain</c> find guidelines, and what they say about broken ones.</summary>
public sealed class GuidelineTests
{
    const string Good = """
        guideline cars version "1.0.0"

        /// Anything on four wheels.
        class car { shape box }

        /// A car is wider than a fly.
        rule not_tiny: warning {
          for c: car
          require c.width >= 2px
        }

        """;

    const string Broken = """
        guideline cars version "1.0.0"

        class car { shape box }

        rule not_tiny {
          for c: carr
          require c.width >= 2px
        }

        """;

    [Fact]
    public void A_broken_guideline_is_shown_with_its_source_and_judges_nothing()
    {
        using var scratch = Data(Broken);
        var text = scratch.Run("check", "data/data.json").Exits(2).Output;
        Assert.Matches(@"(?m)^cars\.labelspec:6:10: error\[LS1\d{3}\] ", text);
        Assert.Contains("6 |   for c: carr\n", text);
        Assert.Contains("  |          ^^^^\n", text);
        Assert.DoesNotContain("LS3003", text);
    }

    [Fact]
    public void A_broken_guideline_is_reported_in_every_format()
    {
        using var scratch = Data(Broken);
        var json = JsonNode.Parse(scratch.Run("check", "--format", "json", "data/data.json").Exits(2).Output)!;
        Assert.Equal((6, 10), ((int)json["findings"]![0]!["line"]!, (int)json["findings"]![0]!["column"]!));
        var sarif = JsonNode.Parse(scratch.Run("check", "--format", "sarif", "data/data.json").Exits(2).Output)!;
        Assert.Equal("error", (string?)sarif["runs"]![0]!["results"]![0]!["level"]);
        Assert.Contains(
            "<failure type=\"error\"",
            scratch.Run("check", "--format", "junit", "data/data.json").Exits(2).Output
        );
        Assert.StartsWith(
            "::error file=cars.labelspec,line=6,",
            scratch.Run("check", "--format", "github", "data").Exits(2).Output
        );
    }

    [Fact]
    public void Bytes_are_counted_from_the_beginning_of_the_file_where_it_begins_with_a_mark()
    {
        using var scratch = new Scratch();
        const string text = "class car\nrule r { for a: cra require a.width > 1px }\n";
        foreach (var mark in (bool[])[false, true])
        {
            File.WriteAllText(scratch["g.labelspec"], text, new System.Text.UTF8Encoding(mark));
            var json = JsonNode.Parse(scratch.Run("check", "--format", "json", "g.labelspec").Exits(2).Output)!;
            var finding = json["findings"]!.AsArray().First(each => (int)each!["line"]! == 2)!;
            var edit = finding["fixes"]![0]!["edits"]![0]!;
            var start = (int)edit["start"]!;
            Assert.Equal(
                "cra",
                System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(scratch["g.labelspec"])[start..(start + 3)])
            );
            Assert.Equal(17, (int)finding["column"]!);
        }
    }

    [Fact]
    public void The_nearest_guideline_above_the_data_judges()
    {
        using var scratch = Data(Good);
        var json = JsonNode.Parse(scratch.Run("check", "--format", "json", "data/data.json").Output)!;
        Assert.Equal("cars", (string?)json["spec"]!["name"]);
        Assert.Equal("1.0.0", (string?)json["spec"]!["version"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Good)));
        Assert.Equal(hash, (string?)json["spec"]!["sha256"]);
    }

    [Fact]
    public void The_rules_of_the_guideline_judge_beside_the_built_in_checks()
    {
        using var scratch = Data(Good.Replace("2px", "15px"));
        scratch.Write(
            "data/data.json",
            File.ReadAllText(scratch["data/data.json"]).Replace("[10, 10, 20, 20]", "[10, 10, 9, 20]")
        );
        var text = scratch.Run("check", "data/data.json").Output;
        Assert.Contains("data/data.json:7:56: warning[not_tiny] ", text);
        Assert.Contains("why: A car is wider than a fly.", text);
        Assert.Contains("error[LS3003]", text);
        Assert.Matches(@"\nnot_tiny +warning +1 +1 +0\n", text);
    }

    [Fact]
    public void Several_guidelines_in_one_folder_ask_for_a_choice()
    {
        using var scratch = Data(Good);
        scratch.Write("trucks.labelspec", Good);
        var outcome = scratch.Run("check", "data/data.json").Exits(2);
        Assert.Contains("several guidelines (cars.labelspec, trucks.labelspec): name one with --spec", outcome.Error);
        scratch.Run("check", "--spec", "cars.labelspec", "data/data.json").Exits(1);
    }

    [Fact]
    public void A_guideline_is_checked_alone_when_it_is_the_path_or_there_is_no_data()
    {
        using var scratch = Data(Good);
        scratch.Run("check", "cars.labelspec").Exits(0);
        scratch.Run("check", "--spec", "cars.labelspec").Exits(0);
        scratch.Write("cars.labelspec", Broken);
        scratch.Run("check", "cars.labelspec").Exits(2);
        scratch.Run("check", "--spec", "cars.labelspec").Exits(2);
    }

    [Fact]
    public void Imports_are_found_beside_the_guideline_and_their_defects_stand_in_their_own_file()
    {
        using var scratch = Data("guideline cars\nimport \"common/base.labelspec\"\nclass bus extends car\n");
        scratch.Write("common/base.labelspec", "class car { shape boxx }\n");
        var text = scratch.Run("check", "cars.labelspec").Exits(2).Output;
        Assert.Contains("common/base.labelspec:1:19: error", text);
    }

    [Fact]
    public void Data_of_two_guidelines_is_one_report()
    {
        using var scratch = new Scratch();
        foreach (var name in (string[])["one", "two"])
        {
            scratch.Write($"{name}/{name}.labelspec", Good.Replace("guideline cars", $"guideline {name}"));
            scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), $"{name}/data.json");
        }

        var json = JsonNode.Parse(
            scratch.Run("check", "--format", "json", "one/data.json", "two/data.json").Exits(1).Output
        )!;
        Assert.Equal("one, two", (string?)json["spec"]!["name"]);
        Assert.Equal(2, json["inputs"]!.AsArray().Count);
        Assert.Equal(6, (int)json["summary"]!["annotations"]!);
        Assert.Equal(2, json["findings"]!.AsArray().Count(finding => (string?)finding!["rule"] == "LS3003"));
    }

    [Fact]
    public void Explain_prints_the_page_of_a_code_or_a_rule_of_the_guideline()
    {
        using var scratch = Data(Good);
        Assert.StartsWith("# LS2003", scratch.Run("explain", "ls2003").Exits(0).Output);
        var rule = scratch.Run("explain", "not_tiny").Exits(0).Output;
        Assert.StartsWith("# not_tiny\n\nA car is wider than a fly.\n", rule);
        Assert.Contains("require c.width >= 2px", rule);
        Assert.Contains("did you mean 'not_tiny'?", scratch.Run("explain", "not_tny").Exits(2).Error);
    }

    static Scratch Data(string guideline)
    {
        var scratch = new Scratch();
        scratch.Write("cars.labelspec", guideline);
        scratch.Copy(Path.Combine(Fixture.Coco, "defects.json"), "data/data.json");
        return scratch;
    }
}
