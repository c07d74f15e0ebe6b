namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>A shape in pixels, origin at the top left of the image, y downwards; cuboids in metres.</summary>
public abstract record SceneShape
{
    public abstract ShapeKind Kind { get; }
}
