namespace LabelSpec.Grammar.Syntax;

/// <summary><c>image</c>: every image.</summary>
public sealed class ImageBinder(Place place) : Binder(place);
