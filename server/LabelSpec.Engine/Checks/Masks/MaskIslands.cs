using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>Specks beside the main piece of a mask: clicks of a brush, or the noise of a model.</summary>
sealed class MaskIslands(CheckContext context) : MaskSpecks(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3405", "mask_islands", "Mask has tiny islands", Severity.Info) { Parameters = CommonParameters };

    protected override string Noun => "tiny piece";

    // The largest piece is the object.
    protected override ReadOnlySpan<MaskComponent> Find(RleMask mask) =>
        mask.Components() is { Length: > 1 } pieces ? pieces.AsSpan(1) : [];
}
