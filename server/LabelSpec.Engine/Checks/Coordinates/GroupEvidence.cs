namespace LabelSpec.Engine.Checks.Coordinates;

/// <summary>Evidence for each group of files that were written together.</summary>
sealed class GroupEvidence<T>(int groups) : IEvidence<GroupEvidence<T>>
    where T : class, IEvidence<T>, new()
{
    readonly T?[] parts = new T?[groups];

    public T? Of(int group) => parts[group];

    public T Start(int group) => parts[group] ??= new();

    public void Add(GroupEvidence<T> other)
    {
        for (var group = 0; group < parts.Length; group++)
            if (other.parts[group] is { } part)
                Start(group).Add(part);
    }
}
