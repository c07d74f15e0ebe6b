namespace LabelSpec.Quality.Comparison;

/// <summary>The scores of one part of a result.</summary>
/// <param name="Scores">Null for attributes, which have an accuracy only.</param>
/// <param name="MeanIou">NaN where nothing was paired.</param>
/// <param name="Images">How many images the part touches.</param>
/// <param name="Attribute">The agreement of an attribute; null for other parts.</param>
public sealed record SliceScore(
    string Name,
    ScoreSet? Scores,
    double MeanIou,
    int Images,
    AttributeScore? Attribute = null
);
