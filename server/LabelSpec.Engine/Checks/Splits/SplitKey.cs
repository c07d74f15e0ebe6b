namespace LabelSpec.Engine.Checks.Splits;

/// <summary>A split of a set of files.</summary>
readonly record struct SplitKey(string Set, string Name) : IComparable<SplitKey>
{
    public bool IsTraining => SplitFacts.IsTraining(Name);

    public int CompareTo(SplitKey other) =>
        string.CompareOrdinal(Set, other.Set) is not 0 and var order ? order : string.CompareOrdinal(Name, other.Name);
}
