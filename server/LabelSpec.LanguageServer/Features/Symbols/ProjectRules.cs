using LabelSpec.Annotations.Project;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>The rules that project files name: under `severity`, and where they are waived.</summary>
static class ProjectRules
{
    public static IEnumerable<(string Name, TextSpan Span)> In(ProjectFile project)
    {
        foreach (var name in project.Severity.Keys)
            if (project.Positions.FindKey($"severity.{name}") is { } place)
                yield return (name, SpanOf(place));
        foreach (var waiver in project.Waive)
            if (waiver.RulePlace.EndOffset > waiver.RulePlace.StartOffset)
                yield return (waiver.Rule, SpanOf(waiver.RulePlace));
    }

    /// <summary>The name at an offset and the rules of the project's guidelines that it means; null where no name stands.</summary>
    public static (string Name, TextSpan Span, IReadOnlyList<RuleSymbol> Rules)? At(
        WorkspaceSnapshot snapshot,
        ProjectContent content,
        int offset
    )
    {
        var (name, span) = In(content.Project).FirstOrDefault(named => named.Span.Touches(offset));
        if (name is null)
            return null;
        return (
            name,
            span,
            [
                .. snapshot
                    .Projects()
                    .GuidelinesOf(content.Project)
                    .SelectMany(path => snapshot.Guidelines().Compile(path).Guideline.Rules)
                    .Where(rule => rule.Name == name)
                    .DistinctBy(rule => SymbolKey.Of(rule)),
            ]
        );
    }

    /// <summary>Where project files name a rule.</summary>
    public static IEnumerable<(string Path, TextSpan Span)> Naming(WorkspaceSnapshot snapshot, RuleSymbol rule)
    {
        foreach (var project in snapshot.Projects().Projects)
        {
            var places = In(project).Where(named => named.Name == rule.Name).ToList();
            if (places.Count > 0 && IsOf(snapshot, project, rule))
                foreach (var (_, span) in places)
                    yield return (project.FilePath.Replace('\\', '/'), span);
        }
    }

    static bool IsOf(WorkspaceSnapshot snapshot, ProjectFile project, Symbol rule) =>
        snapshot
            .Projects()
            .GuidelinesOf(project)
            .Any(path =>
                snapshot.Guidelines().Compile(path).Guideline.Files.Any(file => file.Path == rule.NameSpan.File.Path)
            );

    static TextSpan SpanOf(TextRange place) => TextSpan.FromBounds(place.StartOffset, place.EndOffset);
}
