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

    // The paper's estimates: marginal probabilities 0.40, 0.42, 0.11, 0.07.
    [Fact]
    public void Dawid_and_Skene_give_the_marginals_of_their_paper()
    {
        var estimate = DawidSkene.Fit(AnaesthetistVotes(), mostIterations: 1000, tolerance: 1e-9);

        Assert.Equal([.40, .42, .11, .07], estimate.Priors.Select(prior => Math.Round(prior, 2)));
        // Patient 11, of whom all say 4, and patient 1, of whom all say 1.
        Assert.Equal(3, estimate.BestOf(10));
        Assert.Equal(1, estimate.Of(0)[0], 4);
    }

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
