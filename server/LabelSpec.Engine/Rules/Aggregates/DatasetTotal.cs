using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Aggregates;

/// <summary>
/// A quantifier or aggregate over the whole data that depends on nothing that a rule binds: computed once, image by image,
/// before the rules that need it.
/// </summary>
/// <param name="kind">Annotations or images.</param>
/// <param name="set">The classes, or <see cref="EveryAnnotation"/>.</param>
/// <param name="slot">Where the condition looks for the annotation or image.</param>
/// <param name="counts">Whether one counts.</param>
/// <param name="value">Its number; null where only counts matter.</param>
sealed class DatasetTotal(DomainKind kind, int set, int slot, TruthOf counts, NumberOf? value)
{
    /// <summary>Stands for all annotations, also those of no class of the guideline.</summary>
    public const int EveryAnnotation = -1;

    /// <summary>One more than the highest level of the totals that it needs; 0 where it needs none.</summary>
    public required int Level { get; init; }

    /// <summary>Makes a number of the final state; conditions are −1, 0 and 1.</summary>
    public required Func<TotalState, double> Read { get; init; }

    /// <summary>Adds the image that the frame has entered.</summary>
    public void AddImage(Frame frame, ReadOnlySpan<int> annotations, TotalState state)
    {
        if (kind == DomainKind.Images)
        {
            Add(frame, frame.Image, state);
            return;
        }
        foreach (var row in set == EveryAnnotation ? annotations : frame.Rows.Of(set))
            Add(frame, row, state);
    }

    void Add(Frame frame, int row, TotalState state)
    {
        frame.Slots[slot] = row;
        if (value is null)
            state.Add(counts(frame));
        else
            state.Add(counts(frame), value(frame));
    }
}
