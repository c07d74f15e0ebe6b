namespace LabelSpec.Grammar.Syntax;

/// <summary><c>flip left_eye &lt;-&gt; right_eye, …</c>: which points change places in a mirror.</summary>
public sealed class FlipMember(Place place, IReadOnlyList<KeypointPair> pairs) : Member(place)
{
    public IReadOnlyList<KeypointPair> Pairs { get; } = pairs;

    protected override void AddChildren(ChildList children) => children.Add(Pairs);
}
