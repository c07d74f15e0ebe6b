using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Images and tracks that follow one another, as they were read.</summary>
/// <param name="Meta">What the file said of all of them when they were read.</param>
/// <param name="Part">What they hold.</param>
/// <param name="Frames">The frames that their shapes name, with the shapes' tags.</param>
sealed record CvatStretch(string Meta, DatasetPart Part, IReadOnlyList<(int Frame, SourceSpan Tag)> Frames);
