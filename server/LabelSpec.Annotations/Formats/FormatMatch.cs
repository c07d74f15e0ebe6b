namespace LabelSpec.Annotations.Formats;

/// <summary>How sure a detector is that a file is of its format.</summary>
/// <param name="Confidence">0 (no) to 1 (certain). The highest wins; the order of registration decides between equals.</param>
/// <param name="Reason">What it saw, for people: "a top-level 'annotations' array of objects with 'bbox'".</param>
public readonly record struct FormatMatch(double Confidence, string Reason)
{
    public static FormatMatch No => default;

    /// <summary>The surroundings that would decide could not be looked at.</summary>
    /// <param name="why">What stood in the way: "the folder above cannot be read: permission denied".</param>
    public static FormatMatch Undecided(string why) => new(0, why);

    public bool IsMatch => Confidence > 0;
}
