using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Settings;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Checks;

/// <summary>What a check is made for: the data to judge, the guideline if there is one, and how checks are tuned.</summary>
public sealed record CheckContext(Dataset Dataset, Guideline? Guideline, CheckSettings Settings)
{
    /// <summary>What several checks need of a data set, computed once.</summary>
    public DatasetFacts Facts { get; } = new(Dataset, Guideline);
}
