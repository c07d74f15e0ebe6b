namespace LabelSpec.Semantics.Expressions;

/// <summary>What the data as a whole has.</summary>
public enum DatasetMember
{
    Images,
    Annotations,
}
