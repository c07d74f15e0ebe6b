using System.Collections.Immutable;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Comparison;

/// <summary>One thing that differs.</summary>
/// <param name="Truth">Row in the annotations of the ground truth, −1 where none is involved.</param>
/// <param name="Work">Row in the annotations of the work, −1 where none is involved.</param>
/// <param name="Similarity">
/// Of the two; where only one is involved, of the annotation of the other side that is most alike, and for covered
/// annotations the visible share.
/// </param>
public sealed record Conflict(ConflictType Type, Severity Severity, int Truth, int Work, double Similarity)
{
    /// <summary>
    /// The annotation of the other side that comes next after the partner: of the work where <see cref="Truth"/> is given,
    /// else of the ground truth. Null where nothing else is near.
    /// </summary>
    public SecondBest? SecondBest { get; init; }

    /// <summary>The attributes that differ.</summary>
    public ImmutableArray<AttributeDifference> Attributes { get; init; } = [];
}
