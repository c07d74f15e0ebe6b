namespace LabelSpec.Reports.Pictures;

/// <summary>A line of text under a picture.</summary>
public sealed record PictureNote(string Text, bool IsViolation);
