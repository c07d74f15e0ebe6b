namespace LabelSpec.Quality.Consensus.Models;

/// <summary>
/// Each worker has their own probabilities of every answer for every truth; these and the truths are estimated together
/// by expectation maximisation (A. P. Dawid, A. M. Skene, "Maximum likelihood estimation of observer error-rates using the
/// EM algorithm", 1979, equations 2.3 to 2.5; start from the shares of votes, equation 3.1). Probabilities are kept above
/// 1e-10, so that one answer nobody expected does not rule a truth out.
/// </summary>
public static class DawidSkene
{
    const double Least = 1e-10;

    /// <param name="votes">The answers.</param>
    /// <param name="mostIterations">When to give up.</param>
    /// <param name="tolerance">Ends when the log-likelihood gains less than this for each item.</param>
    public static LabelEstimate Fit(LabelVotes votes, int mostIterations = 100, double tolerance = 1e-5)
    {
        var truths = MajorityVote.Fit(votes).Probabilities;
        var priors = new double[votes.Labels];
        var confusion = new double[votes.Workers * votes.Labels * votes.Labels];
        var likelihood = double.NegativeInfinity;
        var iteration = 0;
        while (iteration < mostIterations)
        {
            iteration++;
            Maximise(votes, truths, priors, confusion);
            var next = Expect(votes, truths, priors, confusion);
            var gain = next - likelihood;
            likelihood = next;
            if (gain < tolerance * votes.Items)
                break;
        }

        return new()
        {
            Probabilities = truths,
            Labels = votes.Labels,
            Priors = priors,
            Confusion = confusion,
            Skills = SkillsOf(votes, priors, confusion),
            Iterations = iteration,
            LogLikelihood = likelihood,
        };
    }

    static void Maximise(LabelVotes votes, double[] truths, double[] priors, double[] confusion)
    {
        var labels = votes.Labels;
        Array.Clear(priors);
        Array.Clear(confusion);
        for (var item = 0; item < votes.Items; item++)
        for (var truth = 0; truth < labels; truth++)
            priors[truth] += truths[item * labels + truth];
        MajorityVote.Normalise(priors);
        foreach (var vote in votes.Votes)
            for (var truth = 0; truth < labels; truth++)
                confusion[(vote.Worker * labels + truth) * labels + vote.Label] += truths[vote.Item * labels + truth];
        for (var row = 0; row < votes.Workers * labels; row++)
        {
            var of = confusion.AsSpan(row * labels, labels);
            foreach (ref var probability in of)
                probability = Math.Max(probability, Least);
            MajorityVote.Normalise(of);
        }
    }

    static double Expect(LabelVotes votes, double[] truths, double[] priors, double[] confusion)
    {
        var labels = votes.Labels;
        var logConfusion = new double[confusion.Length];
        for (var i = 0; i < confusion.Length; i++)
            logConfusion[i] = Math.Log(confusion[i]);
        for (var item = 0; item < votes.Items; item++)
        for (var truth = 0; truth < labels; truth++)
            truths[item * labels + truth] = Math.Log(Math.Max(priors[truth], Least));
        var isJudged = new bool[votes.Items];
        foreach (var vote in votes.Votes)
        {
            isJudged[vote.Item] = true;
            for (var truth = 0; truth < labels; truth++)
                truths[vote.Item * labels + truth] += logConfusion[
                    (vote.Worker * labels + truth) * labels + vote.Label
                ];
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

    // How often they are right, with truths as common as they are.
    static double[] SkillsOf(LabelVotes votes, double[] priors, double[] confusion)
    {
        var hasVotes = new bool[votes.Workers];
        foreach (var vote in votes.Votes)
            hasVotes[vote.Worker] = true;
        var skills = new double[votes.Workers];
        for (var worker = 0; worker < votes.Workers; worker++)
        {
            for (var truth = 0; truth < votes.Labels; truth++)
                skills[worker] += priors[truth] * confusion[(worker * votes.Labels + truth) * votes.Labels + truth];
            if (!hasVotes[worker])
                skills[worker] = double.NaN;
        }

        return skills;
    }
}
