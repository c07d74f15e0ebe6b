using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Violations;

/// <summary>A violation in words.</summary>
public sealed record Explanation(string Message)
{
    /// <summary>The part of the subject to point at; a field that the file does not hold points at the whole.</summary>
    public Field Field { get; init; } = Field.Whole;

    /// <summary>What decided, in the order to show it.</summary>
    public ImmutableArray<DecidingValue> Values { get; init; } = [];

    /// <summary>The other annotations, images or categories it speaks of.</summary>
    public ImmutableArray<RelatedSubject> Related { get; init; } = [];

    /// <summary>Ways to repair the data, the recommended one first.</summary>
    public ImmutableArray<Repair> Repairs { get; init; } = [];
}
