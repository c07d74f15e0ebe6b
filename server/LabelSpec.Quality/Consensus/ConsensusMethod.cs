namespace LabelSpec.Quality.Consensus;

/// <summary>How answers become one.</summary>
public enum ConsensusMethod
{
    /// <summary>The answer of most, each with one vote.</summary>
    Majority,

    /// <summary>As CVAT merges replicas, number for number.</summary>
    Cvat,

    /// <summary>Votes that weigh as much as their annotator agrees with the majority.</summary>
    Weighted,

    /// <summary>Probabilities from each annotator's habits of error.</summary>
    DawidSkene,

    /// <summary>Probabilities from how often each annotator knows, and what they answer otherwise.</summary>
    Mace,
}
