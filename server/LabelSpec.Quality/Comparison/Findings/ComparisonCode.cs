using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Quality.Comparison;

/// <summary>Something that a comparison has to say about its inputs; <c>docs/diagnostics</c> has a page for each.</summary>
public sealed record ComparisonCode(string Code, string Title, Severity Severity)
{
    public static ComparisonCode NoCommonImage { get; } = new("LS6001", "No image in common", Severity.Error);

    public static ComparisonCode ImageWithoutTruth { get; } =
        new("LS6002", "Image without ground truth", Severity.Info);

    public static ComparisonCode ImageWithoutWork { get; } = new("LS6003", "Image without work", Severity.Warning);

    public static ComparisonCode UnknownClass { get; } =
        new("LS6004", "Class that the ground truth does not have", Severity.Warning);

    public static ComparisonCode WithoutClass { get; } = new("LS6005", "Annotations without a class", Severity.Warning);

    public static ComparisonCode DifferentSize { get; } = new("LS6006", "Image sizes differ", Severity.Warning);

    public static ComparisonCode NothingToCompare { get; } = new("LS6007", "Nothing to compare", Severity.Warning);

    public static ComparisonCode DifferentShapes { get; } = new("LS6008", "Shapes differ in kind", Severity.Warning);

    public static ComparisonCode Undecided { get; } = new("LS6009", "Criterion cannot be decided", Severity.Warning);

    public static ImmutableArray<ComparisonCode> All { get; } =
    [
        NoCommonImage,
        ImageWithoutTruth,
        ImageWithoutWork,
        UnknownClass,
        WithoutClass,
        DifferentSize,
        NothingToCompare,
        DifferentShapes,
        Undecided,
    ];

    public Finding Finding(string file, string message) =>
        new()
        {
            Rule = Code,
            Severity = Severity,
            Message = message,
            Location = Location.Whole(file),
            Fingerprint = $"{Code}:{message}",
            HelpTopic = Code,
        };
}
