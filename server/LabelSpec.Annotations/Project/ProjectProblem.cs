namespace LabelSpec.Annotations.Project;

/// <summary>Something in a project file that cannot be used as it stands. All of them are errors.</summary>
/// <param name="Code">One of <see cref="ProjectProblemCodes"/>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Replacement">The text that repairs it when it takes the place of the range, where one is known.</param>
public sealed record ProjectProblem(string Code, string Message, TextRange Range, string? Replacement = null);
