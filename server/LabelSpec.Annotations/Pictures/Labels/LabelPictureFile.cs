namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>A label picture on disk.</summary>
/// <param name="Path">Where it lies, or would lie.</param>
/// <param name="Picture">What it holds; null when it cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
public sealed record LabelPictureFile(string Path, LabelPicture? Picture, string? Problem)
{
    internal const string Missing = "there is no such file";

    public bool IsMissing => ReferenceEquals(Problem, Missing);
}
