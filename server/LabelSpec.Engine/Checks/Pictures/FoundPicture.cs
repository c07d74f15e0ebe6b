namespace LabelSpec.Engine.Checks.Pictures;

/// <summary>A picture file of an image.</summary>
/// <param name="Path">Where it lies; empty when it was looked up and not found.</param>
/// <param name="HasWholeName">It lies in the folders that the name says, and so is the picture that is meant.</param>
sealed record FoundPicture(string Path, bool HasWholeName);
