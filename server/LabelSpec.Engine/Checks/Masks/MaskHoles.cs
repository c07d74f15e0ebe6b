using LabelSpec.Geometry;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Masks;

/// <summary>Pinholes in a mask: places that a brush has missed, or the noise of a model.</summary>
sealed class MaskHoles(CheckContext context) : MaskSpecks(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3406", "mask_holes", "Mask has tiny holes", Severity.Info) { Parameters = CommonParameters };

    protected override string Noun => "tiny hole";

    protected override ReadOnlySpan<MaskComponent> Find(RleMask mask) => mask.Holes();
}
