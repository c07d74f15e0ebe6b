using System.CommandLine;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Commands;

/// <summary>What commands that judge data have in common: the data, the guideline, and how rules are tuned.</summary>
sealed class InputOptions
{
    public Argument<string[]> Paths { get; } =
        new("PATHS")
        {
            Description =
                "Annotation files, folders or globs. Without any, the data sets of the labelspec.yaml of this folder "
                + "or the nearest one above it.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    public Option<string> Guideline { get; } =
        new("--spec")
        {
            Description = "The guideline. Without it, the one of labelspec.yaml, or the nearest one above the data.",
            HelpName = "FILE",
        };

    public Option<string[]> Rules { get; } =
        new("--rule")
        {
            Description = "Judge only this rule or check, by name or code. May be given several times.",
            HelpName = "RULE",
        };

    public Option<string[]> Severities { get; } = SeverityOption();

    public Option<int> Jobs { get; } = Threads.Option();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        command.Options.Add(Guideline);
        command.Options.Add(Rules);
        command.Options.Add(Severities);
        command.Options.Add(Jobs);
    }

    public CheckSettings SettingsOf(ParseResult parsed)
    {
        var settings = CheckSettings.Default;
        foreach (var assignment in parsed.GetValue(Severities) ?? [])
            if (TryParse(assignment, out var rule, out var severity))
                settings = settings with { Severities = settings.Severities.SetItem(rule, severity) };
        return settings with { Only = settings.Only.Union(parsed.GetValue(Rules) ?? []) };
    }

    static Option<string[]> SeverityOption()
    {
        var option = new Option<string[]>("--severity")
        {
            Description = "Change how much a rule or check matters: error, warning, info, hint or off.",
            HelpName = "RULE=LEVEL",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!TryParse(token.Value, out _, out _))
                    result.AddError(
                        $"--severity is RULE=LEVEL with error, warning, info, hint or off, not '{token.Value}'"
                    );
        });
        return option;
    }

    static bool TryParse(string assignment, out string rule, out Severity severity)
    {
        var equals = assignment.LastIndexOf('=');
        rule = equals > 0 ? assignment[..equals] : "";
        var level = SeverityName.Parse(assignment[(equals + 1)..]);
        severity = level ?? Severity.Off;
        return rule.Length > 0 && level is not null;
    }
}
