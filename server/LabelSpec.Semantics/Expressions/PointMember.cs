namespace LabelSpec.Semantics.Expressions;

/// <summary>What a point has.</summary>
public enum PointMember
{
    /// <summary>Pixels from the left edge of the image.</summary>
    X,

    /// <summary>Pixels from the top edge of the image.</summary>
    Y,

    /// <summary>Of keypoints: labelled and visible; false where it is labelled and hidden.</summary>
    Visible,
}
