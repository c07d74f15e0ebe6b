namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>The first violation on a picture of each rule, and of each class by its label.</summary>
sealed record FirstViolations(
    IReadOnlyDictionary<string, ShownViolation> OfRules,
    IReadOnlyDictionary<string, ShownViolation> OfClasses
)
{
    public static FirstViolations None { get; } =
        new(new Dictionary<string, ShownViolation>(), new Dictionary<string, ShownViolation>());
}
