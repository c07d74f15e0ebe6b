namespace LabelSpec.Engine.Judging;

/// <summary>The annotations of one category at one place: those that repeat none, and the others.</summary>
sealed class CategoryMembers(int category)
{
    public int Category => category;

    public List<int> First { get; } = [];

    public List<int> Repeating { get; } = [];
}
