using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Engine.Tests.Rules;

public class DatasetRuleTests
{
    const string Car = "class car { shape box }\nclass bus { shape box }\n";

    static readonly SceneRow[] First = [new("car", 0, 0, 10, 10), new("bus", 50, 50, 30, 10)];
    static readonly SceneRow[] Second = [new("car", 0, 0, 20, 10)];

    [Theory]
    [InlineData("count(a: car) == 2")]
    [InlineData("sum(a.width for a: any) == 60px")]
    [InlineData("min(a.width for a: any) == 10px and max(a.width for a: any) == 30px")]
    [InlineData("avg(a.width for a: car) == 15px")]
    [InlineData("exists a: bus where a.width > 20px")]
    [InlineData("no a: bus where a.width > 40px")]
    [InlineData("every a: car satisfies a.width <= 20px")]
    [InlineData("dataset.images == 3 and dataset.annotations == 3")]
    [InlineData("count(a: any where a.width > avg(b.width for b: any)) == 1")]
    [InlineData("count(i in dataset.images where count(a: any in i) == 0) == 1")]
    public void The_data_as_a_whole_is_counted_over_all_images(string condition) =>
        Assert.Equal(
            (1, 0, 0),
            RuleBench.Judge($"{Car} rule r {{ for dataset require {condition} }}", First, Second, [])[0]
        );

    [Fact]
    public void An_annotation_may_be_compared_with_all_others() =>
        Assert.Equal(
            (2, 1, 0),
            RuleBench.Judge(
                Car + " rule r { for a: any require a.width < 1.4 * avg(b.width for b: any in dataset) }",
                First,
                Second
            )[0]
        );

    [Fact]
    public void Totals_of_parts_of_the_data_add_up()
    {
        var guideline = RuleBench.Guideline(
            Car + " rule r { for dataset require count(a: car) >= 2 and sum(a.width for a: car) == 30px }"
        );
        var (left, right) = (Runner(guideline, First), Runner(guideline, Second));
        var totals = left.CollectTotals(1, CancellationToken.None);
        totals.Add(right.CollectTotals(1, CancellationToken.None));
        foreach (var runner in new[] { left, right })
        {
            Assert.Equal(1, runner.Run(1, null, CancellationToken.None).ViolatedOf(0));
            Assert.Equal(1, runner.Run(totals, 1, CancellationToken.None).SatisfiedOf(0));
        }
    }

    [Fact]
    public void States_of_totals_survive_as_plain_numbers()
    {
        var runner = Runner(
            RuleBench.Guideline(Car + " rule r { for dataset require avg(a.width for a: any) > 0px }"),
            First
        );
        var state = runner.CollectTotals(1, CancellationToken.None).States[0];
        var again = LabelSpec.Engine.Rules.Aggregates.TotalState.FromNumbers(state.ToNumbers());
        Assert.Equal((state.Count, state.Smallest, state.Greatest), (again.Count, again.Smallest, again.Greatest));
        Assert.Equal(state.ToNumbers().Sum.ToArray(), again.ToNumbers().Sum.ToArray());
    }

    static RuleRunner Runner(LabelSpec.Semantics.Symbols.Guideline guideline, SceneRow[] rows)
    {
        var rules = RuleSet.Create(RuleBench.Data([rows]), guideline, CheckSettings.Default, firstSource: 0);
        return new RuleRunner(rules, rules.Sources.Length);
    }
}
