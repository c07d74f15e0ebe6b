using System.Collections.Immutable;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Which annotations a requirement judges: a filter in CVAT's dialect of JSON Logic (<c>quality_control/filters.py</c>), and those
/// of all that the requirement narrows.
/// </summary>
public sealed record RequirementFilter
{
    readonly IFilterNode? node;

    RequirementFilter(IFilterNode? node, string text) => (this.node, Text) = (node, text);

    /// <summary>Lets everything through.</summary>
    public static RequirementFilter All { get; } = new(null, "");

    /// <summary>As JSON; empty where everything passes.</summary>
    public string Text { get; }

    internal bool PassesAll => node is null;

    /// <param name="text">The filter as JSON.</param>
    internal static RequirementFilter Of(IFilterNode node, string text) => new(node, text);

    /// <summary>
    /// What passes both (CVAT, <c>_combine_filters</c>). Joined with <c>and</c>, an attribute that the one found is the one that
    /// the other asks.
    /// </summary>
    public RequirementFilter And(RequirementFilter narrower) =>
        narrower.node is null ? this
        : node is null ? narrower
        // In one list, so that a long line of descendants does not nest.
        : new(new AllOfFilter([.. PartsOf(node), narrower.node]), $"{{\"and\":[{Text},{narrower.Text}]}}");

    internal bool Passes(FilterSubject subject) => node is null || node.Match(subject, default).Count > 0;

    static ImmutableArray<IFilterNode> PartsOf(IFilterNode node) => node is AllOfFilter all ? all.Parts : [node];
}
