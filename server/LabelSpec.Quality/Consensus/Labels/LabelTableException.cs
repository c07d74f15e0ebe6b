namespace LabelSpec.Quality.Consensus.Labels;

/// <summary>A table of labels cannot be read.</summary>
public sealed class LabelTableException(int line, string message) : Exception(message)
{
    /// <summary>From 1.</summary>
    public int Line { get; } = line;
}
