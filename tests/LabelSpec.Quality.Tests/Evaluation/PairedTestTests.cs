using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.Quality.Tests.CocoEvaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Evaluation;

public class PairedTestTests
{
    [Fact]
    public void The_numbers_compared_are_those_of_the_evaluation() =>
        RandomInput.Any.Holds(random =>
        {
            var input = random.ToInput();
            var settings = CocoSettings.For(CocoTask.Boxes);
            var matches = CocoEvaluator.Match(input, settings);
            var expected = CocoEvaluator.Accumulate(matches).AveragePrecision();

            var compared = new PairedTest(
                matches,
                matches,
                Enumerable
                    .Range(0, input.Truths.Count)
                    .Where(row => !input.Truths.IsIgnored[row])
                    .Select(row => (input.ImageKeys[input.Truths.Images[row]], input.Truths.Categories[row]))
            ).Compare("AP", [.. Enumerable.Range(0, 10)], 5, .95, new());

            if (expected < 0)
                Assert.True(double.IsNaN(compared.Value));
            else
            {
                Assert.Equal(expected, compared.Value, 1e-9);
                Assert.Equal(expected, compared.Other, 1e-9);
                Assert.Equal(1, compared.PermutationP);
            }
        });

    [Fact]
    public void A_better_model_is_told_from_a_worse_one_and_a_model_not_from_itself()
    {
        Dataset truth = Read("truth.json"),
            good = Read("model_a.json"),
            bad = Read("model_b.json");
        var settings = new EvaluationSettings(CocoTask.Boxes) { Samples = 300 };

        var better = Evaluator.Evaluate(truth, good, settings, bad).Comparison[0];
        var same = Evaluator.Evaluate(truth, good, settings, good).Comparison[0];
        var again = Evaluator.Evaluate(truth, good, settings with { Threads = 1 }, bad).Comparison[0];

        Assert.True(better.Interval.Low > 0, $"{better}");
        Assert.InRange(better.PermutationP, 0, .05);
        Assert.Equal(0, same.Difference);
        Assert.Equal(1, same.PermutationP);
        Assert.Equal(better, again);
    }

    [Fact]
    public void Slices_part_the_objects_and_ignore_all_others()
    {
        Dataset truth = Read("truth.json"),
            model = Read("model_a.json");
        var slices = new AttributeSlices("time");

        var report = Evaluator.Evaluate(truth, model, new(CocoTask.Boxes) { Slices = [slices] });

        Assert.Equal(["time = day", "time = dusk", "time = night"], report.Slices.Select(slice => slice.Name));
        Assert.Equal(report.Truths, report.Slices.Sum(slice => slice.Truths));
        // Hits of the slices at one score are the hits of the whole.
        Assert.Equal(report.Operating.Best!.Value.Hits, report.Slices.Sum(slice => slice.Best!.Value.Hits));
    }

    static Dataset Read(string file) => DatasetReader.Read([RepositoryFiles.Sample("scores", file)]);
}
