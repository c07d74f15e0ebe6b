using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Pictures;
using LabelSpec.Engine.Settings;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Checks;

/// <summary>What a check is made for: the data to judge, the guideline if there is one, and how checks are tuned.</summary>
/// <param name="Facts">What several checks need of a data set, computed once.</param>
public sealed record CheckContext(Dataset Dataset, Guideline? Guideline, CheckSettings Settings, DatasetFacts Facts)
{
    public CheckContext(Dataset dataset, Guideline? guideline, CheckSettings settings)
        : this(dataset, guideline, settings, new DatasetFacts(dataset, guideline, null)) { }

    public CheckContext(Dataset dataset, Guideline? guideline, CheckSettings settings, AnalysisRequest request)
        : this(dataset, guideline, settings, new DatasetFacts(dataset, guideline, request.Project))
    {
        if (request.Pictures is { } cache)
            Pictures = new(dataset, Facts.FileGroups, cache);
    }

    /// <summary>The picture files; null where they are not to be looked at.</summary>
    public PictureLookup? Pictures { get; }
}
