namespace LabelSpec.Engine.Checks;

/// <summary>
/// What was counted over some of the data. Adding up the evidence of parts gives exactly that of the whole, however the
/// data was divided and in whatever order the parts come.
/// </summary>
public interface IEvidence<in TSelf>
{
    void Add(TSelf other);
}
