using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// A check as one analysis runs it: over everything, or, where the guideline tunes it <c>for</c> some classes, once for
/// each group of classes that the same tunings name and once for the rest.
/// </summary>
sealed record CheckRun(Check Check)
{
    /// <summary>For each category whether the run speaks of it; null for all.</summary>
    public bool[]? Categories { get; init; }

    /// <summary>
    /// Whether what is judged is counted. All runs of one check see the same things; only the first of them counts.
    /// </summary>
    public bool Counts { get; init; } = true;

    /// <summary>Whether it is the run over what no tuning names.</summary>
    public bool IsRest { get; init; } = true;

    public bool SpeaksOf(Dataset dataset, in Violation violation)
    {
        if (Categories is null)
            return true;
        var category = violation.Kind switch
        {
            SubjectKind.Annotation => dataset.Annotations.Categories[violation.Subject],
            SubjectKind.Category => dataset.Categories.OfDeclaration(violation.Subject),
            SubjectKind.Track => dataset.Tracks[violation.Subject].Category,
            _ => -1,
        };
        // What has no class is spoken of by the run over the rest.
        return category < 0 ? IsRest : Categories[category];
    }
}
