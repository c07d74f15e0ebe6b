namespace LabelSpec.Annotations.Project;

/// <summary>
/// Which column of a table (or member of a JSON line) holds what. A box is given by left and top with right and bottom or
/// with width and height, or by its centre with width and height.
/// </summary>
public sealed record TableColumns
{
    /// <summary>The name of the picture.</summary>
    public string? Image { get; init; }

    /// <summary>The class.</summary>
    public string? Class { get; init; }

    /// <summary>The id of the annotation.</summary>
    public string? Id { get; init; }

    /// <summary>The left edge of the box.</summary>
    public string? Left { get; init; }

    /// <summary>The top edge of the box.</summary>
    public string? Top { get; init; }

    /// <summary>The right edge of the box.</summary>
    public string? Right { get; init; }

    /// <summary>The bottom edge of the box.</summary>
    public string? Bottom { get; init; }

    /// <summary>The width of the box.</summary>
    public string? Width { get; init; }

    /// <summary>The height of the box.</summary>
    public string? Height { get; init; }

    /// <summary>The x of the middle of the box.</summary>
    public string? CenterX { get; init; }

    /// <summary>The y of the middle of the box.</summary>
    public string? CenterY { get; init; }

    /// <summary>The confidence of a model.</summary>
    public string? Score { get; init; }

    /// <summary>The number or name of the object that is followed through frames.</summary>
    public string? Track { get; init; }

    /// <summary>The number of the frame, from 0.</summary>
    public string? Frame { get; init; }

    /// <summary>The width of the picture, in pixels.</summary>
    public string? ImageWidth { get; init; }

    /// <summary>The height of the picture, in pixels.</summary>
    public string? ImageHeight { get; init; }
}
