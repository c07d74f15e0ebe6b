namespace SampleGenerator;

/// <summary>One drawn and annotated thing. Pixels, origin top-left, box as left, top, width, height.</summary>
sealed record Shape(string Label, double X, double Y, double W, double H)
{
    /// <summary>Attributes as JSON literals by name.</summary>
    public Dictionary<string, string> Attributes { get; init; } = [];

    /// <summary>x, y pairs; null for a box.</summary>
    public double[]? Polygon { get; init; }

    /// <summary>x, y, visibility triples; null without keypoints.</summary>
    public double[]? Keypoints { get; init; }

    /// <summary>Annotated but not in the picture: a deliberate mistake.</summary>
    public bool Invisible { get; init; }

    public Shape With(string attribute, string json) =>
        this with
        {
            Attributes = new Dictionary<string, string>(Attributes) { [attribute] = json },
        };
}
