namespace LabelSpec.Grammar.Syntax;

/// <summary><c>tag</c>: the image as a whole.</summary>
public sealed class TagGeometry(Place place) : Geometry(place);
