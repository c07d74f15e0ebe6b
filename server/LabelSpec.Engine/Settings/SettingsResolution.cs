using System.Globalization;
using LabelSpec.Annotations.Project;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// Joins what tunes checks and rules: the command line goes before the project file, that before the guideline's
/// <c>check CODE { … }</c>.
/// </summary>
public static class SettingsResolution
{
    public static CheckSettings Resolve(CheckSettings commandLine, ProjectFile? project, Guideline? guideline)
    {
        var severities = commandLine.Severities.ToBuilder();
        var parameters = commandLine.Parameters.ToBuilder();
        if (project is not null)
        {
            foreach (var (rule, severity) in project.Severity)
                severities.TryAdd(rule, SeverityOf(severity));
            foreach (var (check, options) in project.Checks)
            {
                if (options.Severity is { } severity)
                    severities.TryAdd(check, SeverityOf(severity));
                foreach (var (name, value) in options.Values)
                    if (NumberOf(value) is { } number)
                        parameters.TryAdd((check.ToUpperInvariant(), name), number);
            }
        }

        var resolved = commandLine with
        {
            Severities = severities.ToImmutable(),
            Parameters = parameters.ToImmutable(),
        };
        foreach (var tuning in guideline?.Checks ?? [])
            if (tuning.Classes is null)
                resolved = Apply(tuning, resolved);
        return resolved;
    }

    /// <summary>What a <c>check</c> of a guideline says, where nobody before it said otherwise.</summary>
    public static CheckSettings Apply(CheckTuning tuning, CheckSettings settings)
    {
        var severities = settings.Severities;
        var parameters = settings.Parameters;
        var severity = tuning.IsOff ? Severity.Off : tuning.Severity;
        if (severity is { } one && !severities.ContainsKey(tuning.Code))
            severities = severities.Add(tuning.Code, one);
        foreach (var option in tuning.Options)
        {
            var key = (tuning.Code.ToUpperInvariant(), option.Name);
            if (option.Value is NumberValue number && !parameters.ContainsKey(key))
                parameters = parameters.Add(key, number.Value);
        }

        return settings with
        {
            Severities = severities,
            Parameters = parameters,
        };
    }

    /// <summary>A number as a project file writes it: <c>2</c>, <c>2px</c>, <c>9px2</c>, <c>5%</c> (0.05), <c>1deg</c>.</summary>
    internal static double? NumberOf(string text)
    {
        text = text.Trim();
        var digits = text.AsSpan().TrimEnd('%');
        foreach (var unit in (ReadOnlySpan<string>)["px2", "px", "deg"])
            if (digits.EndsWith(unit, StringComparison.Ordinal))
            {
                digits = digits[..^unit.Length];
                break;
            }
        if (!double.TryParse(digits.TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return text.EndsWith('%') ? number / 100 : number;
    }

    static Severity SeverityOf(SeverityOverride severity) =>
        severity switch
        {
            SeverityOverride.Error => Severity.Error,
            SeverityOverride.Warning => Severity.Warning,
            SeverityOverride.Info => Severity.Info,
            SeverityOverride.Hint => Severity.Hint,
            _ => Severity.Off,
        };
}
