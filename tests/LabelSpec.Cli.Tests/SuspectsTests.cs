using System.Text.Json.Nodes;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

public sealed class SuspectsTests
{
    static readonly string Truth = RepositoryFiles.Sample("scores", "truth.json");
    static readonly string Model = RepositoryFiles.Sample("scores", "model_a.json");

    [Fact]
    public void Suspects_are_ranked_and_stand_at_their_places()
    {
        var report = JsonNode.Parse(Labelspec.Run("suspects", Truth, Model, "-f", "json").Exits(0).Output)!;

        var likelihoods = report["suspects"]!.AsArray().Select(one => (double)one!["likelihood"]!).ToList();
        Assert.Equal(likelihoods.OrderDescending(), likelihoods);
        Assert.Equal(12, report["images"]!.AsArray().Count);
        Assert.All(report["findings"]!.AsArray(), one => Assert.True((int)one!["line"]! > 1));
        Assert.Equal(likelihoods.Count, report["findings"]!.AsArray().Count);
    }

    // A box that a rule finds too is likelier to be wrong than by the model alone.
    [Fact]
    public void Rules_are_evidence()
    {
        using var folder = new Scratch();
        folder.Copy(Truth, "truth.json");
        folder.Copy(Model, "model.json");
        folder.Write(
            "strict.labelspec",
            """
            guideline strict version "1.0.0" {
              title "Strict"
            }

            class person { shape box }
            class bicycle { shape box }
            class car { shape box }
            class motorcycle { shape box }
            class bus { shape box }
            class truck {
              shape box
              attribute occlusion: none | partial | heavy
            }
            class rider { shape box }
            class traffic_light "traffic light" { shape box }

            rule trucks_are_wide: error {
              for t: truck
              forbid t.area > 1px2
            }
            """
        );

        var plain = Trucks(folder.Run("suspects", "truth.json", "model.json", "-f", "json").Output);
        var ruled = Trucks(
            folder
                .Run("suspects", "truth.json", "model.json", "--spec", "strict.labelspec", "-f", "json")
                .Exits(0)
                .Output
        );

        Assert.NotEmpty(plain);
        foreach (var (id, likelihood) in plain)
            Assert.Equal(1 - (1 - likelihood) / 2, ruled[id], 1e-9);
    }

    [Fact]
    public void The_text_shows_as_many_as_asked_for()
    {
        var output = Labelspec.Run("suspects", Truth, Model, "--max", "3").Exits(0).Output;

        Assert.Equal(3, output.Split('\n').Count(line => line.Contains("warning[LS64", StringComparison.Ordinal)));
        Assert.Contains("more (--max 0 shows all)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--least 2")]
    [InlineData("--spec missing.labelspec")]
    public void Wrong_options_are_refused(string line) =>
        Labelspec.Run(["suspects", Truth, Model, .. line.Split(' ')]).Exits(2);

    static Dictionary<string, double> Trucks(string json) =>
        JsonNode.Parse(json)!["suspects"]!
            .AsArray()
            .Where(one => (string?)one!["annotation"]?["class"] == "truck")
            .ToDictionary(one => $"{one!["kind"]} {one["annotation"]!["id"]}", one => (double)one!["likelihood"]!);
}
