using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Settings;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>What is wrong with a project file: its text, guidelines that are not there, and names that its guidelines do not have.</summary>
static class ProjectFindings
{
    public static IEnumerable<ProjectProblem> In(WorkspaceSnapshot snapshot, ProjectContent content) =>
        content
            .Problems.Concat(MissingGuidelines.In(snapshot, content.Project))
            .Concat(ProjectNames.Check(content.Project, RulesOf(snapshot, content.Project)));

    /// <summary>The rules of all guidelines of a project; null where they are not all known, as where one has errors.</summary>
    static HashSet<string>? RulesOf(WorkspaceSnapshot snapshot, ProjectFile project)
    {
        var specs = project
            .Datasets.Select(entry => entry.Spec ?? project.Spec)
            .Append(project.Spec)
            .Distinct()
            .ToList();
        if (project.Spec is null && (project.Datasets.Count == 0 || specs.Contains(null)))
            return null;
        var rules = new HashSet<string>(StringComparer.Ordinal);
        foreach (var spec in specs.OfType<string>())
        {
            var path = project.FullPath(spec).Replace('\\', '/');
            if (
                snapshot.Guidelines().TreeOf(path) is null
                || snapshot.Guidelines().Compile(path) is { HasErrors: true }
            )
                return null;
            rules.UnionWith(snapshot.Guidelines().Compile(path).Guideline.Rules.Select(rule => rule.Name));
        }

        return rules;
    }
}
