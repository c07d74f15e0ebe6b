using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Cli.Checking;

/// <summary>The project files that govern the given paths, each read once.</summary>
sealed class Projects
{
    readonly Dictionary<string, ProjectFile> _loaded = [];
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
        return _loaded[found] = project;
    }
}
