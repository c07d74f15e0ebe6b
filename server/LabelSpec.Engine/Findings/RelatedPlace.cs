namespace LabelSpec.Engine.Findings;

/// <summary>
/// A second place that a finding speaks of. The annotation's id is given as its file writes it; it is null where the
/// place is not an annotation.
/// </summary>
public sealed record RelatedPlace(string? Annotation, Location Location, string Message);
