namespace LabelSpec.Engine.Fixes;

/// <summary>One file after fixing.</summary>
/// <param name="Path">As the user gave it.</param>
/// <param name="Edits">How many pieces of it were replaced.</param>
/// <param name="Diff">The unified diff of a dry run; null otherwise.</param>
/// <param name="Refused">Why it was left as it is; null when it was not.</param>
public sealed record FixedFile(string Path, int Edits, string? Diff, string? Refused);
