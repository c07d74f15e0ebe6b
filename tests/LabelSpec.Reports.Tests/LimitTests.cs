using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Tests;

/// <summary>How many findings of a rule are shown, and that the counts do not depend on it.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 3)]
    public void Each_format_shows_as_many_of_a_rule_as_asked_for(int max, int shown)
    {
        var context = SampleResult.Context with { MaxPerRule = max };
        Assert.Equal(
            shown,
            Regex.Count(Written.By("text", SampleResult.Full, context), @"error\[one_class_per_vehicle\]")
        );
        Assert.Equal(
            shown,
            Regex.Count(Written.By("github", SampleResult.Full, context), "title=one_class.*are one vehicle")
        );
        var json = JsonNode.Parse(Written.By("json", SampleResult.Full, context))!;
        Assert.Equal(
            shown,
            json["findings"]!.AsArray().Count(finding => (string?)finding!["rule"] == "one_class_per_vehicle")
        );
        var sarif = JsonNode.Parse(Written.By("sarif", SampleResult.Full, context))!;
        var results = sarif["runs"]![0]!["results"]!.AsArray();
        Assert.Equal(
            shown,
            results.Count(result =>
                (string?)result!["ruleId"] == "one_class_per_vehicle" && result["suppressions"] is null
            )
        );
    }

    [Fact]
    public void Text_makes_only_the_findings_that_it_shows()
    {
        var findings = new CountingList(200_000);
        var result = SampleResult.Clean with { Findings = findings };
        Written.By("text", result, SampleResult.Context with { MaxPerRule = 10 });
        Assert.InRange(findings.Made, 10, 20);
    }

    sealed class CountingList(int count) : FindingList
    {
        public int Made { get; private set; }

        public override int Count => count;

        public override Finding this[int index]
        {
            get
            {
                Made++;
                return SampleResult.Overlap(index);
            }
        }

        public override string RuleAt(int index) => "one_class_per_vehicle";

        public override Grammar.Severity SeverityAt(int index) => Grammar.Severity.Error;

        public override string FileAt(int index) => "a.json";
    }
}
