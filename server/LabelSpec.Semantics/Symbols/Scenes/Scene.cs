using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <param name="Images">At least one; several are frames of one video, in order.</param>
/// <param name="Annotations">In the order of the guideline.</param>
public sealed record Scene(ImmutableArray<SceneImage> Images, ImmutableArray<SceneAnnotation> Annotations);
