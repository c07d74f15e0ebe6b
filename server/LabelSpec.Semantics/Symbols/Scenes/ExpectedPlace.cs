using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A place that an expectation names.</summary>
/// <param name="Annotations">Indexes into <see cref="Scene.Annotations"/>: one, or for a track without a frame number all of its annotations, any of which will do.</param>
public sealed record ExpectedPlace(string Name, ImmutableArray<int> Annotations);
