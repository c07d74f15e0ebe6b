namespace LabelSpec.Quality.Suspects;

/// <summary>ObjectLab's label quality of an image.</summary>
/// <param name="Data">Where the image is.</param>
/// <param name="Image">Row of the image in the ground truth.</param>
/// <param name="Quality">0, which is bad, to 1.</param>
public sealed record SuspectImageQuality(SuspectData Data, int Image, string Name, double Quality);
