namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// Panoptic, segmentation and recognition quality, 0 to 1; NaN for a category of which nothing was asked or answered.
/// </summary>
public readonly record struct PanopticScore(double Pq, double Sq, double Rq);
