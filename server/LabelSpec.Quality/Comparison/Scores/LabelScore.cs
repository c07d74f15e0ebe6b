namespace LabelSpec.Quality.Comparison;

/// <summary>The scores of one label.</summary>
/// <param name="MeanIou">Of its valid pairs; NaN without any.</param>
/// <param name="PanopticQuality">Σ similarity of valid pairs / (TP + ½FP + ½FN) (Kirillov et al. 2019).</param>
public sealed record LabelScore(string Label, ScoreSet Scores, double MeanIou, double PanopticQuality);
