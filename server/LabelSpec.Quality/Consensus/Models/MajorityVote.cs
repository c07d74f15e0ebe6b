namespace LabelSpec.Quality.Consensus.Models;

/// <summary>Each answer counts alike. The skill of a worker is the share of their answers that are the winning one.</summary>
public static class MajorityVote
{
    public static LabelEstimate Fit(LabelVotes votes)
    {
        var weights = new double[votes.Workers];
        Array.Fill(weights, 1);
        var estimate = new LabelEstimate
        {
            Probabilities = Shares(votes, weights),
            Labels = votes.Labels,
            Skills = [],
        };
        return estimate with { Skills = SkillsBy(votes, estimate) };
    }

    internal static double[] Shares(LabelVotes votes, double[] weights)
    {
        var shares = new double[votes.Items * votes.Labels];
        foreach (var vote in votes.Votes)
            shares[vote.Item * votes.Labels + vote.Label] += weights[vote.Worker];
        for (var item = 0; item < votes.Items; item++)
            Normalise(shares.AsSpan(item * votes.Labels, votes.Labels));
        return shares;
    }

    internal static double[] SkillsBy(LabelVotes votes, LabelEstimate estimate)
    {
        double[] right = new double[votes.Workers],
            all = new double[votes.Workers];
        foreach (var vote in votes.Votes)
        {
            right[vote.Worker] += estimate.BestOf(vote.Item) == vote.Label ? 1 : 0;
            all[vote.Worker]++;
        }

        return [.. right.Zip(all, (r, n) => r / n)];
    }

    internal static void Normalise(Span<double> values)
    {
        double sum = 0;
        foreach (var value in values)
            sum += value;
        if (sum > 0)
            for (var i = 0; i < values.Length; i++)
                values[i] /= sum;
    }
}
