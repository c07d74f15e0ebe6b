namespace LabelSpec.Engine.Rules.Nearby;

/// <summary>How near an annotation must be to another one to matter.</summary>
/// <param name="Distance">In pixels, between the boxes around the shapes, in x and in y.</param>
/// <param name="NeedsArea">Whether shapes without area have to be looked at wherever they lie.</param>
readonly record struct Proximity(double Distance, bool NeedsArea)
{
    /// <summary>A distance that is found for certain, rounding included.</summary>
    public static Proximity Within(double distance, bool needsArea) => new(distance * (1 + 1e-9) + 1e-6, needsArea);
}
