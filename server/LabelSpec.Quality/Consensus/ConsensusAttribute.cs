using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Consensus;

/// <summary>An attribute that was decided, with how many gave the value, of how many that gave any.</summary>
public readonly record struct ConsensusAttribute(string Name, AttributeValue Value, int Votes, int Answers);
