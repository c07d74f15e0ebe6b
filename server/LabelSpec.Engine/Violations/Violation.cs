namespace LabelSpec.Engine.Violations;

/// <summary>
/// A violation as judging leaves it: who found it, about what, and the numbers that its source needs to say it in words
/// when somebody reads it. A million of them are one array.
/// </summary>
public readonly record struct Violation
{
    /// <summary>Index of the <see cref="ViolationSource"/> in the analysis; set by the log.</summary>
    public int Source { get; init; }

    public required SubjectKind Kind { get; init; }

    /// <summary>A row of the table that <see cref="Kind"/> names.</summary>
    public required int Subject { get; init; }

    /// <summary>A second row of the same table, −1 for none.</summary>
    public int Other { get; init; } = -1;

    /// <summary>Whatever tells the source which of several violations at one subject this is: a vertex, an attribute.</summary>
    public int Detail { get; init; }

    /// <summary>A number that decided.</summary>
    public double Value { get; init; }

    /// <summary>Another number that decided.</summary>
    public double Limit { get; init; }

    public Violation() { }

    public static Violation OfAnnotation(int annotation) =>
        new() { Kind = SubjectKind.Annotation, Subject = annotation };

    public static Violation OfPair(int annotation, int other) =>
        new()
        {
            Kind = SubjectKind.Annotation,
            Subject = annotation,
            Other = other,
        };

    public static Violation OfImage(int image) => new() { Kind = SubjectKind.Image, Subject = image };

    public static Violation OfDataset() => new() { Kind = SubjectKind.Dataset, Subject = 0 };
}
