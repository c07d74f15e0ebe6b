using System.CommandLine;
using System.CommandLine.Parsing;
using LabelSpec.Cli.Running;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Cli.Commands;

/// <summary>The numbers of a comparison, on the command line.</summary>
sealed class ComparisonOptions
{
    readonly Option<double?> iou = Share("--iou", "The similarity from which two annotations are a pair.");

    readonly Option<string> iouByArea = new("--iou-by-area")
    {
        Description = "The same by area of the ground truth in px²: linear between the given areas.",
        HelpName = "AREA:IOU,…",
    };

    readonly Option<bool> bounds = new("--bounds")
    {
        Description = "Polygons, masks and ellipses are compared by the boxes around them, and so with boxes too.",
    };

    readonly Option<double?> lowOverlap = Share(
        "--low-overlap",
        "Pairs below this similarity are reported; 0 for none."
    );

    readonly Option<string[]> attributes = new("--attribute")
    {
        Description =
            "How an attribute is compared: exact, number:TOLERANCE, levenshtein:SIMILARITY or off. May be given several times.",
        HelpName = "NAME=HOW",
    };

    readonly Option<bool> emptyIsAnnotated = new("--empty-is-annotated")
    {
        Description = "An image without annotations counts as one that says \"nothing here\".",
    };

    readonly Option<string> requirements = new("--requirements")
    {
        Description = "CVAT's quality requirements, as JSON: each is judged on its own, and has a score to reach.",
        HelpName = "FILE",
    };

    readonly Option<double?> confidence = Share("--confidence", "Of the intervals; 0.95 unless told.", hasEnds: false);

    readonly Option<double?> margin = Share(
        "--margin",
        "The half width of an interval for which the number of images is told; 0.02 unless told.",
        hasEnds: false
    );

    readonly Option<int?> seed = new("--seed")
    {
        Description = "Draws other samples for the intervals.",
        HelpName = "N",
    };

    public ComparisonOptions()
    {
        iouByArea.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && AreaThreshold.Parse(token.Value) is null)
                result.AddError(
                    $"--iou-by-area is AREA:IOU,AREA:IOU with different areas above 0 and IoU from 0 to 1, not '{token.Value}'"
                );
        });
        attributes.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (RuleOf(token.Value) is null)
                    result.AddError(
                        $"--attribute is NAME=exact, NAME=number:TOLERANCE, NAME=levenshtein:SIMILARITY or NAME=off, not '{token.Value}'"
                    );
            foreach (
                var (name, times) in result
                    .Tokens.Select(token => RuleOf(token.Value)?.Name)
                    .OfType<string>()
                    .CountBy(name => name)
            )
                if (times > 1)
                    result.AddError($"--attribute names '{name}' {times} times; an attribute is compared in one way");
        });
    }

    public void AddTo(Command command)
    {
        foreach (
            var option in (ReadOnlySpan<Option>)
                [
                    iou,
                    iouByArea,
                    bounds,
                    lowOverlap,
                    attributes,
                    emptyIsAnnotated,
                    requirements,
                    confidence,
                    margin,
                    seed,
                ]
        )
            command.Options.Add(option);
        command.Refuse(
            result =>
                result.GetResult(iouByArea) is { Implicit: false }
                    ? $"and {iouByArea.Name} both say from which similarity two annotations are a pair: give one"
                    : null,
            iou
        );
    }

    /// <summary>The attributes that are to be compared in some way of their own.</summary>
    public IReadOnlyList<string> AttributesIn(ParseResult parsed) =>
        [.. (parsed.GetValue(attributes) ?? []).Select(text => RuleOf(text)!.Value.Name)];

    /// <summary>The file with the requirements; null for none.</summary>
    public string? RequirementsOf(ParseResult parsed) => parsed.GetValue(requirements);

    /// <summary>Refuses requirements where they would not be judged, and options that would not hold for them.</summary>
    public void RefuseContradictions(Command command, Func<CommandResult, ComparisonProfile?> profileOf)
    {
        command.Refuse(
            result =>
                profileOf(result) is { Cvat: not CvatGeneration.Requirements }
                    ? $"are judged by --profile {ComparisonProfiles.Cvat274.Name} alone"
                    : null,
            requirements
        );
        command.Refuse(
            result =>
                result.GetResult(requirements) is { Implicit: false }
                    ? $"and {requirements.Name} exclude each other: the file says it"
                    : null,
            iou,
            iouByArea,
            bounds,
            lowOverlap,
            attributes,
            emptyIsAnnotated
        );
    }

    public ComparisonParameters ParametersOf(ParseResult parsed, ComparisonParameters defaults)
    {
        var rules = defaults.Attributes;
        foreach (var text in parsed.GetValue(attributes) ?? [])
            if (RuleOf(text) is var (name, rule))
                rules = rules.SetItem(name, rule);
        return defaults with
        {
            IouThreshold = parsed.GetValue(iou) ?? defaults.IouThreshold,
            IouByArea = parsed.GetValue(iouByArea) is { } curve ? AreaThreshold.Parse(curve) : defaults.IouByArea,
            IsIouGiven = parsed.GetValue(iou) is not null || parsed.GetValue(iouByArea) is not null,
            ComparesBounds = parsed.GetValue(bounds),
            LowOverlapThreshold = parsed.GetValue(lowOverlap) ?? defaults.LowOverlapThreshold,
            Attributes = rules,
            EmptyIsAnnotated = parsed.GetValue(emptyIsAnnotated),
        };
    }

    public IntervalSettings IntervalsOf(ParseResult parsed)
    {
        var defaults = new IntervalSettings();
        return defaults with
        {
            Confidence = parsed.GetValue(confidence) ?? defaults.Confidence,
            Margin = parsed.GetValue(margin) ?? defaults.Margin,
            Seed = parsed.GetValue(seed) ?? defaults.Seed,
        };
    }

    static (string Name, AttributeRule Rule)? RuleOf(string text)
    {
        var equals = text.IndexOf('=');
        return equals > 0 && AttributeRule.Parse(text[(equals + 1)..]) is { } rule ? (text[..equals], rule) : null;
    }

    static Option<double?> Share(string name, string description, bool hasEnds = true)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "SHARE" };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (
                    double.TryParse(
                        token.Value,
                        System.Globalization.NumberStyles.Float,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var value
                    ) && !(hasEnds ? value is >= 0 and <= 1 : value is > 0 and < 1)
                )
                    result.AddError(
                        $"{name} lies {(hasEnds ? "between" : "strictly between")} 0 and 1, not '{token.Value}'"
                    );
        });
        return option;
    }
}
