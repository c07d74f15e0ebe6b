using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>Pieces of a mask, or of what it encloses, that are too small to be meant: one finding for each mask.</summary>
abstract class MaskSpecks(CheckInfo info, CheckContext context) : ShapeCheck(info, context)
{
    protected static readonly ImmutableArray<CheckParameter> CommonParameters =
    [
        new("pixels", 6, "px2", "Larger ones are meant"),
        new("share", 0.01, "%", "Ones that are a larger share of the mask are meant"),
    ];

    readonly double largest = context.Settings.ParameterOf(info, "pixels");
    readonly double largestShare = context.Settings.ParameterOf(info, "share");

    public sealed override AnnotationFlags Needs => AnnotationFlags.HasMask;

    /// <summary>What messages call one of them.</summary>
    protected abstract string Noun { get; }

    /// <summary>The pieces that may be specks, largest first.</summary>
    protected abstract ReadOnlySpan<MaskComponent> Find(RleMask mask);

    public sealed override void Judge(ShapeView shape, CheckReport report)
    {
        const AnnotationFlags Coarse = AnnotationFlags.Crowd | AnnotationFlags.Prediction;
        if ((shape.Flags & Coarse) != 0 || shape.Mask.Mask is not { Area: > 0 } mask)
            return;
        report.Judged();
        if (CountSpecks(mask, out _) is > 0 and var count)
            report.Violated(Violation.OfAnnotation(shape.Row) with { Value = count });
    }

    public sealed override Explanation Explain(in Violation violation)
    {
        var view = new ShapeView(Data);
        view.MoveTo(violation.Subject);
        CountSpecks(view.Mask.Mask!, out var last);
        return new(
            $"The mask of {NameOf(violation.Subject)} has {Wording.Count((long)violation.Value, Noun)} of at most "
                + $"{Wording.Number(largest)} px, such as {Wording.Count(last.Area, "pixel")} at "
                + $"({Wording.Number(last.Bounds.Left)}, {Wording.Number(last.Bounds.Top)})."
        )
        {
            Field = Field.Segmentation,
            Values = [new DecidingValue("count", violation.Value), new DecidingValue("pixels", largest)],
        };
    }

    int CountSpecks(RleMask mask, out MaskComponent last)
    {
        last = default;
        var count = 0;
        foreach (var piece in Find(mask))
            if (piece.Area <= largest && piece.Area <= largestShare * mask.Area)
                (count, last) = (count + 1, piece);
        return count;
    }
}
