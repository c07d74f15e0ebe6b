using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// Joins what tunes checks and rules: the command line goes before the project file, that before the guideline's
/// <c>check CODE { … }</c>, and there what is said <c>for</c> few classes before what is said for more. A check goes by its code
/// in what comes out, whichever of its names somebody wrote.
/// </summary>
public static class SettingsResolution
{
    /// <summary>How checks and rules are tuned for all classes.</summary>
    public static CheckSettings Resolve(CheckSettings commandLine, ProjectFile? project, Guideline? guideline) =>
        WithGuideline(OfUser(commandLine, project), guideline, []);

    /// <summary>What the command line and the project file say.</summary>
    public static CheckSettings OfUser(CheckSettings commandLine, ProjectFile? project)
    {
        var severities = CheckSettings.Default.Severities.ToBuilder();
        var parameters = CheckSettings.Default.Parameters.ToBuilder();
        foreach (var (rule, severity) in commandLine.Severities)
            AddSeverity(severities, rule, severity);
        foreach (var ((check, name), value) in commandLine.Parameters)
            parameters.TryAdd((CodeOf(check), name), value);
        if (project is not null)
            AddProject(project, severities, parameters);
        return commandLine with { Severities = severities.ToImmutable(), Parameters = parameters.ToImmutable() };
    }

    static void AddProject(
        ProjectFile project,
        ImmutableDictionary<string, Severity>.Builder severities,
        ImmutableDictionary<(string Check, string Parameter), double>.Builder parameters
    )
    {
        foreach (var (rule, severity) in project.Severity)
            AddSeverity(severities, rule, SeverityOf(severity));
        foreach (var (check, options) in project.Checks)
        {
            if (options.Severity is { } severity)
                AddSeverity(severities, check, SeverityOf(severity));
            foreach (var (name, value) in options.Values)
                if (NumberOf(value) is { } number)
                    parameters.TryAdd((CodeOf(check), name), number);
        }
    }

    /// <summary>What a guideline says where the user does not.</summary>
    /// <param name="user">What the command line and the project file say.</param>
    /// <param name="guideline">The guideline, if there is one.</param>
    /// <param name="forClasses">What it says for some classes that are judged, the most special first.</param>
    public static CheckSettings WithGuideline(
        CheckSettings user,
        Guideline? guideline,
        IReadOnlyList<CheckTuning> forClasses
    ) => forClasses.Concat((guideline?.Checks ?? []).Where(tuning => tuning.Classes is null)).Aggregate(user, Apply);

    // What somebody before said stays.
    static CheckSettings Apply(CheckSettings settings, CheckTuning tuning)
    {
        var severities = settings.Severities.ToBuilder();
        var parameters = settings.Parameters.ToBuilder();
        if ((tuning.IsOff ? Severity.Off : tuning.Severity) is { } severity)
            AddSeverity(severities, tuning.Code, severity);
        foreach (var option in tuning.Options)
            if (option.Value is NumberValue number)
                parameters.TryAdd((CodeOf(tuning.Code), option.Name), number.Value);
        return settings with { Severities = severities.ToImmutable(), Parameters = parameters.ToImmutable() };
    }

    // A rule may be called as a check is: the name stays beside the code.
    static void AddSeverity(ImmutableDictionary<string, Severity>.Builder severities, string name, Severity severity)
    {
        severities.TryAdd(name, severity);
        severities.TryAdd(CodeOf(name), severity);
    }

    static string CodeOf(string check) => CheckCatalogue.Find(check)?.Code ?? check.ToUpperInvariant();

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
