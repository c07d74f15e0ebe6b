using LabelSpec.Annotations.Project;

namespace LabelSpec.LanguageServer.Workspace.Projects;

/// <summary>A project file and what is wrong with it, read when first asked for.</summary>
public sealed class ProjectContent(string path, DocumentText text) : DocumentContent
{
    readonly Lazy<(ProjectFile Project, IReadOnlyList<ProjectProblem> Problems)> _loaded = new(() =>
        ProjectFile.Load(text.ToString(), path)
    );

    public ProjectFile Project => _loaded.Value.Project;

    public IReadOnlyList<ProjectProblem> Problems => _loaded.Value.Problems;

    public string Text => text.ToString();

    public ProjectContent With(DocumentText next) => new(path, next);
}
