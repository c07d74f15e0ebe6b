using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Sharding;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine;

/// <summary>What is to be judged, by what, and what is to be passed over.</summary>
public sealed record AnalysisRequest(Dataset Dataset)
{
    /// <summary>Without one, only built-in checks judge.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>How results name the guideline.</summary>
    public AnalysedGuideline? GuidelineSummary { get; init; }

    /// <summary>What is wrong with the guideline and project file; handed through to the result.</summary>
    public ImmutableArray<Finding> GuidelineFindings { get; init; } = [];

    /// <summary>Its severities, options of checks and waivers hold; null without a project.</summary>
    public ProjectFile? Project { get; init; }

    /// <summary>Headers of pictures that are found; null where pictures are not to be looked at.</summary>
    public PictureCache? Pictures { get; init; }

    /// <summary>What the command line says; it goes before the project file, and that before the guideline.</summary>
    public CheckSettings Settings { get; init; } = CheckSettings.Default;

    /// <summary>Findings that are known already, and not reported again.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>The day by which waivers end.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.Now);

    /// <summary>The share of the judging that <see cref="Analysis.Judge"/> does.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>All cores unless said otherwise; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives the share of the work that is done, from 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    public CancellationToken Cancellation { get; init; }

    /// <summary>While data is edited: so many rows around one that is touched are looked at with it.</summary>
    internal int RowsKeptTogether { get; init; } = 32;
}
