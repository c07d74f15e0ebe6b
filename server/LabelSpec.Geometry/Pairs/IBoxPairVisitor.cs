namespace LabelSpec.Geometry;

/// <summary>Receives the pairs that <see cref="BoxPairs"/> finds. Implement it as a struct to keep the calls cheap.</summary>
public interface IBoxPairVisitor
{
    /// <summary>Called once for each pair, in no particular but always the same order; false ends the search.</summary>
    bool Visit(int first, int second);
}
