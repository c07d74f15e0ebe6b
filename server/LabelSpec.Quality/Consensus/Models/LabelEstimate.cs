namespace LabelSpec.Quality.Consensus.Models;

/// <summary>What answers make likely.</summary>
public sealed record LabelEstimate
{
    /// <summary>For each item the probability (or share of votes) of each label; zeros for an item without votes.</summary>
    public required double[] Probabilities { get; init; }

    public required int Labels { get; init; }

    /// <summary>For each worker how often they are right, 0 to 1; NaN for workers without votes.</summary>
    public required double[] Skills { get; init; }

    /// <summary>How common each label is; empty for methods that do not estimate it.</summary>
    public double[] Priors { get; init; } = [];

    /// <summary>
    /// Worker by worker, truth by truth, the probability of each answer; empty for methods that do not estimate it.
    /// </summary>
    public double[] Confusion { get; init; } = [];

    public int Iterations { get; init; }

    /// <summary>Of all answers under the model; NaN for methods without one.</summary>
    public double LogLikelihood { get; init; } = double.NaN;

    public ReadOnlySpan<double> Of(int item) => Probabilities.AsSpan(item * Labels, Labels);

    /// <summary>The most probable label, the first of equal ones; -1 for an item without votes.</summary>
    public int BestOf(int item)
    {
        var of = Of(item);
        var best = -1;
        for (var label = 0; label < of.Length; label++)
            if (of[label] > (best < 0 ? 0 : of[best]))
                best = label;
        return best;
    }
}
