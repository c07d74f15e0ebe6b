using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.SpecTests;

/// <summary>A violation in a scene.</summary>
/// <param name="Rule">The rule, or the code of a built-in check.</param>
/// <param name="CheckName">The name of a built-in check; null for rules.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The index in the scene of the annotation or image that it is about, or of the first annotation of a track.</param>
/// <param name="Other">The index of the second annotation, −1 for none.</param>
/// <param name="Track">The index of the track, −1 where it is about none.</param>
/// <param name="Message">What it says.</param>
public sealed record SceneFinding(
    string Rule,
    string? CheckName,
    SubjectKind Kind,
    int Subject,
    int Other,
    int Track,
    string Message
);
