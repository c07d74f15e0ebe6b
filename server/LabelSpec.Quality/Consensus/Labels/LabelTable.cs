using System.Collections.Immutable;
using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>Answers of people without any shapes: who said what about which item. Names are in the order of the table.</summary>
public sealed record LabelTable(
    ImmutableArray<string> Annotators,
    ImmutableArray<string> Items,
    ImmutableArray<string> Labels,
    LabelVotes Votes
)
{
    /// <summary>Name of the column of labels; <c>label</c> where the table has no head.</summary>
    public string Question { get; init; } = "label";

    /// <summary>The first row, if nothing in it occurs again: probably the head of a table that is said to have none.</summary>
    public ImmutableArray<string> ProbableHead { get; init; } = [];
}
