namespace LabelSpec.Reports.Pictures;

/// <summary>A point in pixels, origin at the top left, y downwards.</summary>
public readonly record struct PicturePoint(double X, double Y);
