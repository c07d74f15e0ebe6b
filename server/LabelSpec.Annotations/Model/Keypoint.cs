namespace LabelSpec.Annotations.Model;

/// <summary>A named point of a skeleton.</summary>
/// <param name="Visibility">
/// As COCO counts: 0 not labelled, 1 labelled but hidden, 2 visible. Other numbers are what the file says.
/// </param>
public readonly record struct Keypoint(double X, double Y, double Visibility)
{
    public bool IsLabelled => Visibility > 0;

    public bool IsVisible => Visibility >= 2;
}
