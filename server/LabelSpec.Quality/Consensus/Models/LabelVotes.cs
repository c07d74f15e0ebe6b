namespace LabelSpec.Quality.Consensus.Models;

/// <summary>Answers of people to questions with a fixed list of labels. Anybody may answer anything any number of times.</summary>
public sealed class LabelVotes
{
    readonly List<Vote> votes = [];

    /// <param name="items">How many questions.</param>
    /// <param name="workers">How many people.</param>
    /// <param name="labels">How many possible answers.</param>
    public LabelVotes(int items, int workers, int labels) => (Items, Workers, Labels) = (items, workers, labels);

    public int Items { get; }

    public int Workers { get; }

    public int Labels { get; }

    public IReadOnlyList<Vote> Votes => votes;

    public void Add(int item, int worker, int label)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)Items, nameof(item));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)worker, (uint)Workers, nameof(worker));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)Labels, nameof(label));
        votes.Add(new(item, worker, label));
    }

    /// <summary>One answer.</summary>
    public readonly record struct Vote(int Item, int Worker, int Label);
}
