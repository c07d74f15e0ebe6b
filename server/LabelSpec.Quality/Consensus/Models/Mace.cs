using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Consensus.Models;

/// <summary>
/// MACE: a worker either knows the answer, or answers from habit whatever is asked (D. Hovy, T. Berg-Kirkpatrick,
/// A. Vaswani, E. Hovy, "Learning whom to trust with MACE", 2013): P(answer y | truth l) = spam · habit(y) + know · [l = y].
/// Variational expectation maximisation with the priors of the authors' tool, Beta(0.5, 0.5) for knowing and
/// Dirichlet(10) for habits; the best of several starts, each with its own random numbers (the widespread Python
/// implementation starts them all alike).
/// </summary>
public static class Mace
{
    const double KnowPrior = .5;
    const double HabitPrior = 10;
    const ulong Seed = 20_260_102;

    public static LabelEstimate Fit(LabelVotes votes, int starts = 10, int iterations = 50)
    {
        LabelEstimate? best = null;
        for (var start = 0; start < starts; start++)
        {
            var estimate = FitOnce(votes, new(Seed + (ulong)start), iterations);
            if (best is null || estimate.LogLikelihood > best.LogLikelihood)
                best = estimate;
        }

        return best!;
    }

    static LabelEstimate FitOnce(LabelVotes votes, DeterministicRandom random, int iterations)
    {
        int labels = votes.Labels,
            workers = votes.Workers;
        double[] know = new double[workers],
            spam = new double[workers],
            habit = new double[workers * labels];
        for (var worker = 0; worker < workers; worker++)
        {
            know[worker] = .5 + random.Share() / 2;
            spam[worker] = 1 - know[worker];
            for (var label = 0; label < labels; label++)
                habit[worker * labels + label] = 1 + random.Share();
            MajorityVote.Normalise(habit.AsSpan(worker * labels, labels));
        }

        double[] truths = new double[votes.Items * labels],
            knowCount = new double[workers],
            spamCount = new double[workers],
            habitCount = new double[workers * labels];
        double likelihood = 0;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            likelihood = Truths(votes, know, spam, habit, truths);
            Count(votes, know, spam, habit, truths, knowCount, spamCount, habitCount);
            for (var worker = 0; worker < workers; worker++)
            {
                var total = Digamma.Of(knowCount[worker] + spamCount[worker] + 2 * KnowPrior);
                know[worker] = Math.Exp(Digamma.Of(knowCount[worker] + KnowPrior) - total);
                spam[worker] = Math.Exp(Digamma.Of(spamCount[worker] + KnowPrior) - total);
                var habits = habitCount.AsSpan(worker * labels, labels);
                double all = 0;
                foreach (var count in habits)
                    all += count + HabitPrior;
                for (var label = 0; label < labels; label++)
                    habit[worker * labels + label] = Math.Exp(Digamma.Of(habits[label] + HabitPrior) - Digamma.Of(all));
            }
        }

        likelihood = Truths(votes, know, spam, habit, truths);
        return new()
        {
            Probabilities = truths,
            Labels = labels,
            Skills = SkillsOf(votes, knowCount, spamCount),
            Iterations = iterations,
            LogLikelihood = likelihood,
        };
    }

    // The probability of each truth, all truths being as likely beforehand; returns the log-likelihood of the answers.
    static double Truths(LabelVotes votes, double[] know, double[] spam, double[] habit, double[] truths)
    {
        var labels = votes.Labels;
        Array.Fill(truths, -Math.Log(labels));
        var isJudged = new bool[votes.Items];
        foreach (var vote in votes.Votes)
        {
            isJudged[vote.Item] = true;
            var bySpam = spam[vote.Worker] * habit[vote.Worker * labels + vote.Label];
            for (var truth = 0; truth < labels; truth++)
                truths[vote.Item * labels + truth] += Math.Log(bySpam + (truth == vote.Label ? know[vote.Worker] : 0));
        }

        double likelihood = 0;
        for (var item = 0; item < votes.Items; item++)
        {
            var of = truths.AsSpan(item * labels, labels);
            if (isJudged[item])
                likelihood += LogSum.Normalise(of);
            else
                of.Clear();
        }

        return likelihood;
    }

    static void Count(
        LabelVotes votes,
        double[] know,
        double[] spam,
        double[] habit,
        double[] truths,
        double[] knowCount,
        double[] spamCount,
        double[] habitCount
    )
    {
        var labels = votes.Labels;
        Array.Clear(knowCount);
        Array.Clear(spamCount);
        Array.Clear(habitCount);
        foreach (var vote in votes.Votes)
        {
            var bySpam = spam[vote.Worker] * habit[vote.Worker * labels + vote.Label];
            var knew = truths[vote.Item * labels + vote.Label] * know[vote.Worker] / (bySpam + know[vote.Worker]);
            knowCount[vote.Worker] += knew;
            spamCount[vote.Worker] += 1 - knew;
            habitCount[vote.Worker * labels + vote.Label] += 1 - knew;
        }
    }

    static double[] SkillsOf(LabelVotes votes, double[] knowCount, double[] spamCount)
    {
        var hasVotes = new bool[votes.Workers];
        foreach (var vote in votes.Votes)
            hasVotes[vote.Worker] = true;
        return
        [
            .. knowCount.Select(
                (known, worker) =>
                    hasVotes[worker] ? (known + KnowPrior) / (known + spamCount[worker] + 2 * KnowPrior) : double.NaN
            ),
        ];
    }
}
