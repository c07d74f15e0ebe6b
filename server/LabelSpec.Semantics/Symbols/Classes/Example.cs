using System.Collections.Immutable;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>A picture, perhaps with a shape drawn in it, that shows right or wrong labeling.</summary>
/// <param name="Image">Path of the picture, relative to the file of the guideline.</param>
/// <param name="Shapes">What is drawn in pixels of the picture: nothing, one shape, or several of one annotation (a box and a mask).</param>
/// <param name="Attributes">The attribute values that it shows.</param>
/// <param name="Text">Prose, or null.</param>
/// <param name="Use">For a counterexample, the class that is right.</param>
/// <param name="Span">The whole member.</param>
public sealed record Example(
    string? Image,
    ImmutableArray<SceneShape> Shapes,
    ImmutableDictionary<string, AttributeValue> Attributes,
    string? Text,
    ClassSymbol? Use,
    SourceSpan Span
);
