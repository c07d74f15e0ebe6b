namespace LabelSpec.Quality.Consensus.Models;

/// <summary>
/// Worker agreement with aggregate ("Wawa"): each answer weighs as much as its worker agrees with the majority
/// (Appen, "Calculating worker agreement with aggregate", 2021, as crowd-kit implements it).
/// </summary>
public static class WeightedVote
{
    public static LabelEstimate Fit(LabelVotes votes)
    {
        var skills = MajorityVote.Fit(votes).Skills;
        double[] weights = [.. skills.Select(skill => double.IsNaN(skill) ? 0 : skill)];
        return new()
        {
            Probabilities = MajorityVote.Shares(votes, weights),
            Labels = votes.Labels,
            Skills = skills,
        };
    }
}
