using LabelSpec.Engine.SpecTests;
using LabelSpec.Engine.Tests.Rules;

namespace LabelSpec.Engine.Tests.SpecTests;

public class SpecTestRunnerTests
{
    const string Spec = """
        class car { shape box  attribute truncated: bool }
        rule large { for a: car require a.width >= 8px }
        rule truncated { for a: car require a.truncated }
        rule apart { for pair a, b: car forbid iou(a, b) > 0.5 }
        rule enough { for dataset require count(a: car) >= 100 }

        """;

    [Theory]
    [InlineData("a: car box 0 0 5 5 { truncated = true }  expect large at a", "")]
    [InlineData("a: car box 0 0 5 5 { truncated = true }  expect large", "")]
    [InlineData("a: car box 0 0 50 50 { truncated = true }", "")]
    [InlineData("a: car box 0 0 5 5 { truncated = true }", "Unexpected: large")]
    [InlineData(
        "a: car box 0 0 50 50 { truncated = true }  expect large at a",
        "Expected large at a, but nothing was found"
    )]
    [InlineData(
        "a: car box 0 0 5 5 { truncated = true }  b: car box 90 90 9 9 { truncated = true }  expect large at b",
        "Expected large at b, but nothing was found|Unexpected: large"
    )]
    [InlineData("a: car box 0 0 50 50  expect truncated undecided at a", "")]
    [InlineData(
        "a: car box 0 0 50 50 { truncated = true }  expect truncated undecided at a",
        "Expected truncated to be undecidable at a, but it was not"
    )]
    [InlineData(
        "a: car box 0 0 50 50\nb: car box 99 0 50 50 { truncated = true }  expect truncated undecided at b",
        "Expected truncated to be undecidable at b, but it was not"
    )]
    [InlineData(
        "a: car box 0 0 5 5 { truncated = true }  expect nothing at a",
        "Expected nothing at a, but found large"
    )]
    [InlineData("a: car box 0 0 50 50 { truncated = true }  expect nothing from large", "")]
    [InlineData(
        "a: car box 0 0 50 50 { truncated = true }  b: car box 1 0 50 50 { truncated = true }  expect apart at b, a",
        ""
    )]
    [InlineData("a: car box 0 0 50 50 { truncated = true }  expect enough", "")]
    [InlineData("a: car box 900 0 200 50 { truncated = true }  expect LS3203 at a", "")]
    public void A_test_passes_if_all_that_it_expects_is_found_and_nothing_else(string scene, string failures)
    {
        var report = Run($"{Spec} test \"t\" {{ image 1000 x 1000\n{scene} }}");
        var found = report.Results.Single().Failures.Select(failure => failure.Message.Split(": a.width")[0]);
        var expected = failures.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, found.Count());
        Assert.All(found.Zip(expected), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_stands_at_the_expectation_or_at_the_unexpected_annotation()
    {
        var report = Run(
            $"{Spec} test \"t\" {{ image 1000 x 1000\na: car box 0 0 5 5 {{ truncated = true }} expect apart }}"
        );
        Assert.Equal(
            ["expect apart", "a: car box 0 0 5 5 { truncated = true }"],
            report.Results.Single().Failures.Select(failure => failure.Span.Text)
        );
    }

    [Fact]
    public void Rules_that_no_test_violates_or_satisfies_are_told()
    {
        var coverage = Run(
            $"{Spec} test \"t\" {{ image 1000 x 1000\na: car box 0 0 5 5 {{ truncated = true }} expect large }}"
        ).Coverage;
        Assert.Equal(
            ["truncated", "apart", "enough"],
            coverage.Where(rule => rule.IsNeverViolated).Select(rule => rule.Rule.Name)
        );
        Assert.Equal(
            ["large", "apart", "enough"],
            coverage.Where(rule => rule.IsNeverSatisfied).Select(rule => rule.Rule.Name)
        );
    }

    [Fact]
    public void An_example_must_be_clean_and_a_counterexample_must_not()
    {
        var report = Run(
            """
            class car {
              shape box
              size at least 8px x 8px
              example "a.png" box 0 0 50 50 "good"
              example "b.png" box 0 0 5 5 "bad"
              counterexample "c.png" box 0 0 5 5 "small"
              counterexample "d.png" box 0 0 50 50 "a toy"
            }
            rule never_alone { for a: car require exists b: car where b != a }
            """
        );
        Assert.Equal(
            [SpecTestOutcome.Passed, SpecTestOutcome.Failed, SpecTestOutcome.Passed, SpecTestOutcome.ForPeople],
            report.Results.Select(result => result.Outcome)
        );
        Assert.True(report.HasFailures);
    }

    [Fact]
    public void Tests_of_a_guideline_cost_in_proportion_to_its_length()
    {
        var (small, large) = (Allocated(20), Allocated(80));
        Assert.True(large < 6 * small, $"four times the tests took {(double)large / small:F1} times the memory");

        static long Allocated(int times)
        {
            var guideline = RuleBench.Guideline(
                string.Concat(
                    Enumerable
                        .Range(0, times)
                        .Select(i =>
                            $$"""
                                class car_{{i}} { shape box  attribute hidden: none | partial | heavy }
                                class truck_{{i}} { shape box }
                                rule large_{{i}} { for a: car_{{i}} require a.width >= 8px }
                                rule apart_{{i}} { for a: car_{{i}}, b: truck_{{i}} where a.hidden != heavy forbid iou(a, b) > 0.5 }
                                test "t{{i}}" {
                                  image 1000 x 1000
                                  a: car_{{i}} box 0 0 50 50 { hidden = none }
                                  b: truck_{{i}} box 1 0 50 50
                                  expect apart_{{i}} at a
                                }

                                """
                        )
                )
            );
            Assert.False(SpecTestRunner.Run(guideline).HasFailures);
            var before = GC.GetAllocatedBytesForCurrentThread();
            SpecTestRunner.Run(guideline);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_run_that_nobody_waits_for_ends()
    {
        var guideline = RuleBench.Guideline($"{Spec} test \"t\" {{ image 10 x 10 }}");
        Assert.Throws<OperationCanceledException>(() => SpecTestRunner.Run(guideline, new CancellationToken(true)));
    }

    static SpecTestReport Run(string spec) => SpecTestRunner.Run(RuleBench.Guideline(spec));
}
