namespace LabelSpec.Semantics.Symbols.Scenes;

/// <param name="Visibility">As COCO counts: 0 not labelled, 1 labelled and hidden, 2 visible.</param>
public readonly record struct SceneKeypoint(double X, double Y, int Visibility);
