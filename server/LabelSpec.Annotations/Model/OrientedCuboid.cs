namespace LabelSpec.Annotations.Model;

/// <summary>
/// A three-dimensional box in metres in the data set's own frame of reference.
/// </summary>
/// <param name="Length">Along the box's own x axis.</param>
/// <param name="Width">Along the box's own y axis.</param>
/// <param name="Height">Along the box's own z axis.</param>
/// <param name="Rotation">Turns the box's axes into the frame of reference.</param>
public readonly record struct OrientedCuboid(
    double CenterX,
    double CenterY,
    double CenterZ,
    double Length,
    double Width,
    double Height,
    CuboidRotation Rotation
);
