namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Thresholds of the error analysis; the defaults are those of tidecv.</summary>
public sealed record TideSettings
{
    /// <summary>IoU from which a detection is in the right place.</summary>
    public double Foreground { get; init; } = .5;

    /// <summary>IoU up to which a detection has nothing to do with an object.</summary>
    public double Background { get; init; } = .1;

    /// <summary>Best detections of an image, over all categories, that are looked at.</summary>
    public int MaxDetections { get; init; } = 100;
}
