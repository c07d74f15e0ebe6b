namespace LabelSpec.Grammar.Syntax;

/// <summary>How overlap is measured: intersection over union, or shared pixels of masks.</summary>
public enum OverlapMeasure
{
    Iou,
    Mask,
}
