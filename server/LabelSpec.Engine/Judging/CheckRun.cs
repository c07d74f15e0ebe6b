using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// A check as one analysis runs it: over everything, or, where the guideline tunes it <c>for</c> some classes, once for
/// these and once for the rest.
/// </summary>
sealed record CheckRun(Check Check)
{
    /// <summary>For each category whether the run speaks of it; null for all.</summary>
    public bool[]? Categories { get; init; }

    /// <summary>
    /// Whether what is judged is counted. Two runs of one check see the same things; only the first of them counts.
    /// </summary>
    public bool Counts { get; init; } = true;

    public bool SpeaksOf(AnnotationTable rows, in Violation violation)
    {
        if (Categories is null)
            return true;
        var category = violation.Kind == SubjectKind.Annotation ? rows.Categories[violation.Subject] : -1;
        // What has no class is spoken of by the run over the rest.
        return category < 0 ? Counts : Categories[category];
    }
}
