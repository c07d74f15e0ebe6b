namespace LabelSpec.Grammar.Syntax;

/// <summary><c>remove a</c>, <c>clip a</c>, <c>merge a, b</c>, <c>fill a</c>.</summary>
public sealed class ActionFix(Place place, FixAction action, IReadOnlyList<Name> targets) : Fix(place)
{
    public FixAction Action { get; } = action;

    public IReadOnlyList<Name> Targets { get; } = targets;

    protected override void AddChildren(ChildList children) => children.Add(Targets);
}
