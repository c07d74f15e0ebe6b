namespace LabelSpec.Annotations.Project;

/// <summary>What the far edge of a box means.</summary>
public enum BoxEdges
{
    /// <summary>The position where the box ends: width = xmax - xmin.</summary>
    Continuous,

    /// <summary>The last pixel inside the box: width = xmax - xmin + 1.</summary>
    Inclusive,
}
