using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// How checks and rules are tuned. Keys are rule names, check codes or check names. What the command line or project
/// file says goes before what the guideline says.
/// </summary>
public sealed record CheckSettings
{
    public static CheckSettings Default { get; } = new();

    public ImmutableDictionary<string, Severity> Severities { get; init; } =
        ImmutableDictionary<string, Severity>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase);

    /// <summary>Values of parameters, by check (its code or name in capitals) and parameter.</summary>
    public ImmutableDictionary<(string Check, string Parameter), double> Parameters { get; init; } =
        ImmutableDictionary<(string, string), double>.Empty;

    /// <summary>When not empty, only these rules and checks are judged.</summary>
    public ImmutableHashSet<string> Only { get; init; } =
        ImmutableHashSet<string>.Empty.WithComparer(StringComparer.OrdinalIgnoreCase);

    public Severity SeverityOf(CheckInfo check) =>
        !IsSelected(check.Code) && !IsSelected(check.Name) ? Severity.Off
        : Severities.TryGetValue(check.Code, out var byCode) ? byCode
        : Severities.TryGetValue(check.Name, out var byName) ? byName
        : check.Severity;

    public Severity SeverityOf(string rule, Severity own) =>
        !IsSelected(rule) ? Severity.Off
        : Severities.TryGetValue(rule, out var severity) ? severity
        : own;

    public double ParameterOf(CheckInfo check, string name) =>
        Parameters.TryGetValue((check.Code, name), out var byCode) ? byCode
        : Parameters.TryGetValue((check.Name.ToUpperInvariant(), name), out var byName) ? byName
        : check.Parameters.First(parameter => parameter.Name == name).Default;

    bool IsSelected(string rule) => Only.IsEmpty || Only.Contains(rule);
}
