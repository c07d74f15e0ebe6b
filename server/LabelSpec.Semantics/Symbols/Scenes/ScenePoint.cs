namespace LabelSpec.Semantics.Symbols.Scenes;

public readonly record struct ScenePoint(double X, double Y);
