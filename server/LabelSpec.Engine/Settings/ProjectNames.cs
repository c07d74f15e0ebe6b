using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// Looks up the names of rules, checks and options that a project file uses. A name that means nothing would silently
/// change nothing.
/// </summary>
public static class ProjectNames
{
    /// <param name="project">The project as it was read.</param>
    /// <param name="rules">
    /// The rules of all its guidelines; null when they are not all known: what may be the name of a rule is then let pass.
    /// </param>
    public static IEnumerable<ProjectProblem> Check(ProjectFile project, IReadOnlyCollection<string>? rules)
    {
        foreach (var name in project.Severity.Keys)
            if (!IsRule(name, rules) && project.Positions.FindKey($"severity.{name}") is { } place)
                yield return UnknownRule(name, place, rules);
        foreach (var waiver in project.Waive)
            if (!IsRule(waiver.Rule, rules))
                yield return UnknownRule(waiver.Rule, waiver.RulePlace, rules);
        foreach (var (name, options) in project.Checks)
        foreach (var problem in CheckOptions(project, name, options))
            yield return problem;
    }

    static IEnumerable<ProjectProblem> CheckOptions(ProjectFile project, string name, CheckOptions options)
    {
        var path = $"checks.{name}";
        if (!IsCheck(name))
        {
            if (project.Positions.FindKey(path) is { } place)
                yield return UnknownRule(name, place, []);
            yield break;
        }

        var parameters = CheckCatalogue.Find(name)?.Parameters ?? [];
        foreach (var (option, value) in options.Values)
            if (parameters.FirstOrDefault(each => each.Name == option) is not { } parameter)
            {
                if (project.Positions.FindKey($"{path}.{option}") is { } place)
                    yield return UnknownOption(name, option, place, [.. parameters.Select(each => each.Name)]);
            }
            else if (SettingsResolution.NumberOf(value) is null)
            {
                if (project.Positions.Find($"{path}.{option}") is { } place)
                    yield return new(
                        ProjectProblemCodes.WrongKind,
                        $"\"{option}\" of {name} is a number such as {parameter.DefaultText}, not \"{value}\".",
                        place
                    );
            }
    }

    static bool IsRule(string name, IReadOnlyCollection<string>? rules) =>
        IsCheck(name) || (rules?.Contains(name) ?? !LooksLikeCode(name));

    static bool IsCheck(string name) => CheckCatalogue.Find(name) is not null || ProblemKinds.Find(name) is not null;

    static bool LooksLikeCode(string name) =>
        name.StartsWith("LS", StringComparison.OrdinalIgnoreCase) && name.AsSpan(2).ContainsAnyInRange('0', '9');

    static ProjectProblem UnknownRule(string name, TextRange place, IReadOnlyCollection<string>? rules)
    {
        var known = CheckCatalogue
            .Known.SelectMany(check => (string[])[check.Code, check.Name])
            .Concat(rules ?? [])
            .Distinct();
        var nearest = NearestName.Find(name, known);
        var kind = rules is { Count: 0 } ? "check" : "rule or check";
        var advice = nearest is null ? "labelspec checks lists the checks." : $"Did you mean \"{nearest}\"?";
        return new(
            ProjectProblemCodes.UnknownRule,
            $"There is no {kind} \"{name}\", so this changes nothing. {advice}",
            place,
            nearest
        );
    }

    static ProjectProblem UnknownOption(string check, string option, TextRange place, string[] known)
    {
        var nearest = NearestName.Find(option, known.Append("severity"));
        var advice =
            nearest is not null ? $"Did you mean \"{nearest}\"?"
            : known.Length == 0 ? "It has none but \"severity\"."
            : $"Its options are {string.Join(", ", known)} and severity.";
        return new(ProjectProblemCodes.UnknownOption, $"{check} has no option \"{option}\". {advice}", place, nearest);
    }
}
