using CsCheck;
using LabelSpec.Quality.Consensus.Models;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Consensus;

public class LabelModelTests
{
    // A. P. Dawid, A. M. Skene (1979), table 1: 45 patients, judged three times by the first of five anaesthetists and once
    // by the others. For each patient the answers of observer 1 (three), 2, 3, 4, 5.
    const string Anaesthetists =
        "1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343 1111111 "
        + "2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 "
        + "2322222 1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432 "
        + "1111111 1111111 1212111 2322222 1211111 2222222";

    static readonly Gen<LabelVotes> AnyVotes =
        from labels in Gen.Int[2, 3]
        from answers in Gen.Select(Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 40]
        select Votes(8, 4, labels, answers.Select(a => (a.Item1, a.Item2, a.Item3 % labels)));

    // The paper's estimates, as a public implementation's tests repeat them: marginal probabilities (table 2), observer 1
    // (table 3), and the first patients (table 4).
    [Fact]
    public void Dawid_and_Skene_give_the_estimates_of_their_paper()
    {
        var estimate = DawidSkene.Fit(AnaesthetistVotes(), mostIterations: 1000, tolerance: 1e-9);

        Assert.Equal([.40, .42, .11, .07], estimate.Priors.Select(prior => Math.Round(prior, 2)));
        double[] observer =
        [
            .. new[] { .89, .11, 0, 0 },
            .. new[] { .07, .88, .05, 0 },
            .. new[] { 0, .34, .66, 0 },
            .. new[] { 0, 0, .56, .44 },
        ];
        Assert.Equal(observer, estimate.Confusion.Take(16).Select(share => Math.Round(share, 2)));
        int[] truths = [0, 3, 1, 1, 1, 1];
        for (var patient = 0; patient < truths.Length; patient++)
        for (var truth = 0; truth < 4; truth++)
            Assert.Equal(truth == truths[patient] ? 1 : 0, estimate.Of(patient)[truth], .005);
    }

    // Five workers, five tasks: the tests of crowd-kit print what the first steps make of them, to two digits.
    [Fact]
    public void Dawid_and_Skene_step_by_step()
    {
        var first = DawidSkene.Fit(Toy(), mostIterations: 1, tolerance: 0);
        var second = DawidSkene.Fit(Toy(), mostIterations: 2, tolerance: 0);

        Near([.46, .54], first.Priors);
        // For each worker: P(no | no), P(yes | no), P(no | yes), P(yes | yes).
        Near(
            [.22, .78, .19, .81, .61, .39, .22, .78, .78, .22, .27, .73, .52, .48, .30, .70, 1, 0, .63, .37],
            first.Confusion
        );
        Near([.35, .65, .26, .74, .87, .13, 0, 1, .95, .05], first.Probabilities);
        Near([.49, .51], second.Priors);
        Near(
            [.14, .86, .25, .75, .75, .25, .07, .93, .87, .13, .09, .91, .50, .50, .31, .69, 1, 0, .61, .39],
            second.Confusion
        );

        static void Near(double[] expected, double[] actual)
        {
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i], .0051);
        }
    }

    // The same data, "Wawa": skills and shares as the tests of crowd-kit print them.
    [Fact]
    public void Agreement_with_the_majority_weighs_votes()
    {
        var estimate = WeightedVote.Fit(Toy());

        double[] no = [.538462, .333333, .722222, 0, .833333];
        for (var task = 0; task < 5; task++)
            Assert.Equal(no[task], estimate.Of(task)[0], 1e-6);
        double[] skills = [.6, .8, 1, .4, .8];
        for (var worker = 0; worker < 5; worker++)
            Assert.Equal(skills[worker], estimate.Skills[worker], 1e-12);
    }

    // MACE of the anaesthetists, run to its end. The numbers are those of a second program (NumPy, SciPy's digamma) that,
    // made to repeat a defect of crowd-kit (it takes the counts of habits, which come back sorted by name, for those in the
    // order of appearance), gives the parameters that crowd-kit's own test prints to eight digits; and without that defect
    // these, from each of twenty starts.
    [Fact]
    public void Mace_gives_the_estimates_of_a_second_program()
    {
        var estimate = Mace.Fit(AnaesthetistVotes(), starts: 3, iterations: 2000);

        Assert.Equal(-256.14100595703377, estimate.LogLikelihood, 1e-6);
        Assert.Equal(
            "132222132242121111222222112111131223233111212",
            string.Concat(Enumerable.Range(0, 45).Select(patient => estimate.BestOf(patient) + 1))
        );
        Near(1, 3.0212064992715854e-07, 3.0212064992715854e-07, 0.9999551019562308, 4.4293802469260025e-05);
        Near(11, 0.00022494119088511247, 0.7366606261955936, 0.25866839513623163, 0.004446037477289563);

        void Near(int patient, params double[] expected)
        {
            for (var label = 0; label < expected.Length; label++)
                Assert.Equal(expected[label], estimate.Of(patient)[label], 1e-8);
        }
    }

    // Every start has random numbers of its own: with habits that explain the answers in two ways, more starts find the
    // better one, and never a worse one.
    [Fact]
    public void More_starts_of_Mace_are_never_worse() =>
        AnyVotes.Holds(
            votes =>
                Assert.True(
                    Mace.Fit(votes, starts: 6, iterations: 20).LogLikelihood
                        >= Mace.Fit(votes, starts: 1, iterations: 20).LogLikelihood
                ),
            iter: 30
        );

    // Votes are the sum of what parts of the items hold: models of shards that are put together are those of the whole.
    [Fact]
    public void Models_of_joined_votes_are_those_of_the_whole() =>
        Gen.Select(AnyVotes, Gen.Int[0, 8])
            .Holds(
                (votes, cut) =>
                {
                    var joined = new LabelVotes(votes.Items, votes.Workers, votes.Labels);
                    foreach (var isFirst in (bool[])[true, false])
                    foreach (var vote in votes.Votes.Where(vote => vote.Item < cut == isFirst))
                        joined.Add(vote.Item, vote.Worker, vote.Label);
                    foreach (var fit in (Func<LabelVotes, LabelEstimate>[])[MajorityVote.Fit, WeightedVote.Fit])
                        Assert.Equal(fit(votes).Probabilities, fit(joined).Probabilities);
                    var (whole, parts) = (DawidSkene.Fit(votes), DawidSkene.Fit(joined));
                    for (var i = 0; i < whole.Probabilities.Length; i++)
                        Assert.Equal(whole.Probabilities[i], parts.Probabilities[i], 1e-9);
                },
                iter: 60
            );

    [Fact]
    public void Estimates_of_Dawid_and_Skene_are_what_Bayes_makes_of_their_own_habits() =>
        AnyVotes.Holds(votes =>
        {
            var estimate = DawidSkene.Fit(votes, mostIterations: 5, tolerance: 0);
            double likelihood = 0;
            for (var item = 0; item < votes.Items; item++)
            {
                var own = votes.Votes.Where(vote => vote.Item == item).ToList();
                if (own.Count == 0)
                {
                    Assert.Equal(-1, estimate.BestOf(item));
                    continue;
                }

                var joint = Enumerable
                    .Range(0, votes.Labels)
                    .Select(truth =>
                        own.Aggregate(
                            Math.Max(estimate.Priors[truth], 1e-10),
                            (p, vote) =>
                                p * estimate.Confusion[(vote.Worker * votes.Labels + truth) * votes.Labels + vote.Label]
                        )
                    )
                    .ToArray();
                likelihood += Math.Log(joint.Sum());
                for (var truth = 0; truth < votes.Labels; truth++)
                    Assert.Equal(joint[truth] / joint.Sum(), estimate.Of(item)[truth], 1e-9);
            }

            Assert.Equal(likelihood, estimate.LogLikelihood, 1e-6);
        });

    [Fact]
    public void Majority_counts() =>
        AnyVotes.Holds(votes =>
        {
            var estimate = MajorityVote.Fit(votes);
            for (var item = 0; item < votes.Items; item++)
            for (var label = 0; label < votes.Labels; label++)
            {
                var own = votes.Votes.Where(vote => vote.Item == item).ToList();
                var expected = own.Count == 0 ? 0 : own.Count(vote => vote.Label == label) / (double)own.Count;
                Assert.Equal(expected, estimate.Of(item)[label], 12);
            }
        });

    [Theory]
    [InlineData("mace")]
    [InlineData("dawid-skene")]
    [InlineData("weighted")]
    public void Who_answers_from_habit_is_not_followed(string method)
    {
        // Three who know the answer nine times of ten, two who always say 0; the truth is 0, 1, 2 in turn.
        var random = new Random(3);
        var votes = new LabelVotes(120, 5, 3);
        for (var item = 0; item < 120; item++)
        {
            for (var worker = 0; worker < 3; worker++)
                votes.Add(item, worker, random.Next(10) == 0 ? random.Next(3) : item % 3);
            votes.Add(item, 3, 0);
            votes.Add(item, 4, 0);
        }

        var estimate = method switch
        {
            "mace" => Mace.Fit(votes),
            "dawid-skene" => DawidSkene.Fit(votes),
            _ => WeightedVote.Fit(votes),
        };

        var right = Enumerable.Range(0, 120).Count(item => estimate.BestOf(item) == item % 3);
        Assert.InRange(right, 112, 120);
        Assert.All(estimate.Skills[..3], skill => Assert.InRange(skill, .8, 1));
        Assert.All(estimate.Skills[3..], skill => Assert.InRange(skill, 0, method == "mace" ? .1 : .5));
    }

    [Fact]
    public void Mace_is_what_its_definition_makes_of_one_worker()
    {
        // A single worker explains everything as knowing: all answers are the truth.
        var votes = Votes(6, 1, 2, Enumerable.Range(0, 6).Select(item => (item, 0, item % 2)));

        var estimate = Mace.Fit(votes);

        for (var item = 0; item < 6; item++)
            Assert.Equal(item % 2, estimate.BestOf(item));
        Assert.Equal(estimate.LogLikelihood, Mace.Fit(votes).LogLikelihood);
    }

    // Workers w1 to w5, tasks t1 to t5 of crowd-kit's tests: 0 for no, 1 for yes; w3 did not see t1.
    static LabelVotes Toy()
    {
        var votes = new LabelVotes(5, 5, 2);
        foreach (var (worker, answers) in new[] { "01111", "11010", ".1010", "10110", "00010" }.Index())
            for (var task = 0; task < 5; task++)
                if (answers[task] != '.')
                    votes.Add(task, worker, answers[task] - '0');
        return votes;
    }

    static LabelVotes AnaesthetistVotes()
    {
        var votes = new LabelVotes(45, 5, 4);
        foreach (var (patient, answers) in Anaesthetists.Split(' ').Index())
            for (var i = 0; i < 7; i++)
                votes.Add(patient, Math.Max(0, i - 2), answers[i] - '1');
        return votes;
    }

    static LabelVotes Votes(int items, int workers, int labels, IEnumerable<(int Item, int Worker, int Label)> answers)
    {
        var votes = new LabelVotes(items, workers, labels);
        foreach (var (item, worker, label) in answers)
            votes.Add(item, worker, label);
        return votes;
    }
}
