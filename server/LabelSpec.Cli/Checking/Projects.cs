using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Cli.Checking;

/// <summary>The project files that govern the given paths, each read once.</summary>
sealed class Projects
{
    readonly Dictionary<string, ProjectFile> _loaded = [];
    readonly Dictionary<ProjectFile, string> _texts = new(ReferenceEqualityComparer.Instance);
    readonly List<Finding> _findings = [];

    /// <summary>What is wrong with the project files that were asked for.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The project that governs a file or folder; null without one.</summary>
    public ProjectFile? For(string path)
    {
        if (ProjectFile.FindFor(path) is not { } found)
            return null;
        if (_loaded.TryGetValue(found, out var known))
            return known;

        var text = File.ReadAllText(found);
        var (project, problems) = ProjectFile.Load(text, found);
        foreach (var problem in problems)
            _findings.Add(ProjectFindings.Of(problem, DisplayPath.Of(found), text));
        _texts[project] = text;
        return _loaded[found] = project;
    }

    /// <summary>
    /// Looks for rules and checks that the projects name and nobody has. The rules of a project are known when it says
    /// itself which guidelines judge its data.
    /// </summary>
    public void CheckNames(Func<string, LoadedGuideline> load)
    {
        foreach (var project in _loaded.Values)
        {
            var rules = RulesOf(project, load);
            foreach (var problem in ProjectNames.Check(project, rules))
                _findings.Add(ProjectFindings.Of(problem, DisplayPath.Of(project.FilePath), _texts[project]));
        }
    }

    static HashSet<string>? RulesOf(ProjectFile project, Func<string, LoadedGuideline> load)
    {
        var specs = project.Datasets.Select(entry => entry.Spec).Append(project.Spec).Distinct().ToList();
        if (project.Spec is null && (project.Datasets.Count == 0 || specs.Contains(null)))
            return null;
        var guidelines = specs.OfType<string>().Select(spec => load(DisplayPath.Of(project.FullPath(spec)))).ToList();
        return guidelines.Exists(guideline => guideline.IsBroken)
            ? null
            : [.. guidelines.SelectMany(guideline => guideline.Guideline.Rules).Select(rule => rule.Name)];
    }
}
