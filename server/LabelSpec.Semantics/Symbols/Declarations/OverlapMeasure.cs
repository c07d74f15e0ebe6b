namespace LabelSpec.Semantics.Symbols.Declarations;

/// <summary>How overlap is measured.</summary>
public enum OverlapMeasure
{
    /// <summary>Intersection over union of the shapes.</summary>
    Iou,

    /// <summary>Pixels that both masks cover.</summary>
    Mask,
}
