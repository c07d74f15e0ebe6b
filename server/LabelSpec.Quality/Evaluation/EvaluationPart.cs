using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Evaluation;

/// <summary>What predictions hit and missed in some images, or in all.</summary>
sealed record EvaluationPart
{
    public required Dataset Truth { get; init; }

    public required Dataset Predictions { get; init; }

    /// <summary>Of the other model; null without one.</summary>
    public required Dataset? Others { get; init; }

    public required CocoInputResult Built { get; init; }

    public required CocoInputResult? OthersBuilt { get; init; }

    public required CocoMatches Matches { get; init; }

    public required CocoMatches? OthersMatches { get; init; }

    /// <summary>What LVIS files say; null where it was not asked for or is not there.</summary>
    public required LvisFacts? Facts { get; init; }

    public required CocoMatches? LvisMatches { get; init; }

    public required TideReport? Tide { get; init; }

    /// <summary>What of the inputs did not take part.</summary>
    public IEnumerable<Finding> Findings =>
        [
            .. EvaluationFindings.Of(Built, Truth, Predictions),
            .. OthersBuilt is null ? [] : EvaluationFindings.OfOthers(OthersBuilt, Truth, Others!),
            .. Facts is null ? [] : EvaluationFindings.Of(Facts, Truth),
        ];

    /// <summary>
    /// All parts as one; null where they cannot be added up, as something in them means another thing in the whole.
    /// </summary>
    /// <param name="parts">Several, of different images.</param>
    /// <param name="truth">The ground truth of all parts.</param>
    /// <param name="predictions">All predictions.</param>
    /// <param name="others">Those of the other model; null without one.</param>
    /// <param name="settings">What is measured.</param>
    public static EvaluationPart? Sum(
        ImmutableArray<EvaluationPart> parts,
        Dataset truth,
        Dataset predictions,
        Dataset? others,
        EvaluationSettings settings
    )
    {
        var built = CocoInputBuilder.Build(truth, predictions, settings.InputOptions);
        var othersBuilt = others is null ? null : CocoInputBuilder.Build(truth, others, settings.InputOptions);
        var facts = settings.Lvis ? LvisFacts.Of(truth, built.Input) : null;
        if (
            !InputParts.AddUpTo(built, [.. parts.Select(part => part.Built)])
            || (
                othersBuilt is not null
                && !InputParts.AddUpTo(othersBuilt, [.. parts.Select(part => part.OthersBuilt!)])
            )
            || !parts.All(part => LvisFacts.AreThoseOf(part.Facts, part.Built.Input, facts, built.Input))
        )
            return null;
        return new()
        {
            Truth = truth,
            Predictions = predictions,
            Others = others,
            Built = built,
            OthersBuilt = othersBuilt,
            Matches = CocoMatches.Merge([.. parts.Select(part => part.Matches)]),
            OthersMatches = others is null ? null : CocoMatches.Merge([.. parts.Select(part => part.OthersMatches!)]),
            Facts = facts,
            LvisMatches = facts is null ? null : CocoMatches.Merge([.. parts.Select(part => part.LvisMatches!)]),
            Tide = settings.Tide ? TideReport.Merge([.. parts.Select(part => part.Tide!)]) : null,
        };
    }

    /// <exception cref="ArgumentException">A track was cut beyond repair.</exception>
    public static Dataset Join(IEnumerable<Dataset> datasets) => JoinedDataset.Of([.. datasets]).Dataset;
}
