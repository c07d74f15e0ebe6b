using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Tests.Rules;

/// <summary>What counts as satisfied, violated and undecidable.</summary>
public class TallyTests
{
    const string Car =
        "class car { shape box  attribute truncated: bool  attribute score_of_it: number  attribute kind: taxi | police = taxi }\n";

    static readonly SceneRow Small = new("car", 0, 0, 5, 5);
    static readonly SceneRow Large = new("car", 100, 100, 50, 50);

    [Theory]
    [InlineData("require a.width >= 8px", 1, 1, 0)]
    [InlineData("forbid a.width < 8px", 1, 1, 0)]
    [InlineData("require a.truncated", 0, 0, 2)]
    [InlineData("where a.truncated require a.width >= 8px", 1, 0, 1)]
    [InlineData("where a.width > 100px require a.width >= 8px", 0, 0, 0)]
    [InlineData("require a.width >= 8px unless a.width < 6px", 1, 0, 0)]
    [InlineData("require a.width >= 8px unless a.truncated", 1, 0, 1)]
    [InlineData("require a.width >= 8px unless a.truncated is missing", 1, 0, 0)]
    [InlineData("require a.truncated or a.width >= 8px", 1, 0, 1)]
    [InlineData("require a.truncated and a.width >= 8px", 0, 1, 1)]
    [InlineData("require a.width >= 8px implies a.truncated", 1, 0, 1)]
    [InlineData("require a.truncated iff a.width >= 8px", 0, 0, 2)]
    [InlineData("require a.width / (a.height - 5px) > 0", 1, 0, 1)]
    [InlineData("require if a.truncated then a.width > 1px else a.width > 1px", 0, 0, 2)]
    [InlineData("require a.width >= 8px require a.truncated", 0, 1, 1)]
    [InlineData("require a.kind == taxi", 2, 0, 0)]
    [InlineData("require a.kind is set", 2, 0, 0)]
    public void Each_rule_counts_what_it_decided(string rule, long satisfied, long violated, long undecidable)
    {
        var judged = RuleBench.Judge($"{Car} rule r {{ for a: car {rule} }}", [Small, Large]);
        Assert.Equal((satisfied, violated, undecidable), judged[0]);
    }

    [Theory]
    [InlineData("exists b: car where b.truncated", 0, 0, 1)]
    [InlineData("exists b: car where b.width > 20px", 1, 0, 0)]
    [InlineData("exists b: car where b.width > 20px or b.truncated", 1, 0, 0)]
    [InlineData("no b: car where b.width > 90px", 1, 0, 0)]
    [InlineData("every b: car satisfies b.width > 20px", 0, 1, 0)]
    [InlineData("every b: car where b.width > 20px satisfies b.truncated", 0, 0, 1)]
    [InlineData("count(b: car) == 2", 1, 0, 0)]
    [InlineData("count(b: car where b.truncated) == 2", 0, 0, 1)]
    [InlineData("sum(b.width for b: car) == 55px", 1, 0, 0)]
    [InlineData("avg(b.width for b: car where b.width > 90px) == 5px", 0, 0, 1)]
    [InlineData("min(b.width for b: car) == 5px and max(b.width for b: car) == 50px", 1, 0, 0)]
    public void Quantifiers_and_aggregates_pass_on_what_is_unknown(
        string condition,
        long satisfied,
        long violated,
        long undecidable
    )
    {
        var judged = RuleBench.Judge($"{Car} rule r {{ for image require {condition} }}", [Small, Large]);
        Assert.Equal((satisfied, violated, undecidable), judged[0]);
    }

    [Fact]
    public void Formats_that_know_only_text_are_read_as_the_guideline_types_them()
    {
        var typed = Small with
        {
            Attributes =
            [
                ("truncated", AttributeValue.Of("True")),
                ("score_of_it", AttributeValue.Of("0.75")),
                ("kind", AttributeValue.Of("police")),
            ],
        };
        var wrong = Small with
        {
            Attributes =
            [
                ("truncated", AttributeValue.Of("perhaps")),
                ("score_of_it", AttributeValue.Of("many")),
                ("kind", AttributeValue.Of("tank")),
            ],
        };
        var judged = RuleBench.Judge(
            Car + " rule r { for a: car require a.truncated and a.score_of_it == 0.75 and a.kind == police }",
            [typed, wrong]
        );
        Assert.Equal((1, 0, 1), judged[0]);
    }

    [Fact]
    public void An_unordered_pair_is_one_binding_and_the_worse_way_round_counts()
    {
        var inner = new SceneRow("car", 10, 10, 5, 5) { Id = 1 };
        var outer = new SceneRow("car", 0, 0, 50, 50) { Id = 2 };
        foreach (var rows in new[] { [inner, outer], new[] { outer, inner } })
        {
            var judged = RuleBench.Judge(Car + " rule r { for pair a, b: car forbid overlap(a, b) > 90% }", rows);
            Assert.Equal((0, 1, 0), judged[0]);
            Assert.Equal([(0, "1", "2")], judged.Violations);
        }
    }

    [Fact]
    public void An_ordered_pair_is_two_bindings()
    {
        var judged = RuleBench.Judge(
            Car + " rule r { for a: car, b: car forbid overlap(a, b) > 90% }",
            [new SceneRow("car", 10, 10, 5, 5), new SceneRow("car", 0, 0, 50, 50)]
        );
        Assert.Equal((1, 1, 0), judged[0]);
    }
}
