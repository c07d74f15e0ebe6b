namespace LabelSpec.Quality.Comparison;

/// <summary>The similarity of two single points, as OKS defines it: exp(−d² / (2 · S · (2σ)²)), S in px².</summary>
static class KeypointGauss
{
    public static double Of(double dx, double dy, double scale, double sigma) =>
        Math.Exp(-(dx * dx + dy * dy) / (2 * scale * (2 * sigma) * (2 * sigma)));
}
