namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Ground-truth objects as columns of equal length. Rows keep the order of their file, which decides ties.</summary>
public sealed record TruthColumns
{
    /// <summary>Index into <see cref="CocoInput.ImageKeys"/>.</summary>
    public required int[] Images { get; init; }

    /// <summary>Index of the category.</summary>
    public required int[] Categories { get; init; }

    /// <summary>Area in square pixels, as the file states it: it decides the size class.</summary>
    public required double[] Areas { get; init; }

    /// <summary>Crowd regions: any number of detections may match one, and none counts.</summary>
    public required bool[] IsCrowd { get; init; }

    /// <summary>Objects that count neither when found nor when missed. Crowd regions are among them in COCO.</summary>
    public required bool[] IsIgnored { get; init; }

    /// <summary>
    /// Objects whose annotation id is 0: pycocotools takes a match with such an object for no match, so that the
    /// detection becomes a false positive while the object counts as taken. Empty for none.
    /// </summary>
    public bool[] HasIdZero { get; init; } = [];

    public int Count => Images.Length;
}
