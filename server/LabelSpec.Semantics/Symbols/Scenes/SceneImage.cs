using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>One image of a scene; width and height in pixels.</summary>
/// <param name="Frame">The frame number in the video of the scene; 0 for a single image.</param>
public sealed record SceneImage(
    string? Name,
    int Frame,
    double Width,
    double Height,
    ImmutableDictionary<string, AttributeValue> Attributes,
    ImmutableArray<string> Tags,
    SourceSpan Span
);
