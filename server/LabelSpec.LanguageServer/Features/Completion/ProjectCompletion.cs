using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Project;
using LabelSpec.Engine.Checks;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>What can be written at a place of `labelspec.yaml`: keys and values of its schema, guidelines, rules, checks.</summary>
static class ProjectCompletion
{
    public static IEnumerable<Proposal> At(WorkspaceSnapshot snapshot, ProjectContent content, int offset)
    {
        var place = YamlPlace.At(content.Text, offset);
        if (ProjectSchemaTree.Find(place.Keys) is not { } schema)
            return [];
        return place.InValue
            ? [.. Values(snapshot, content.Project, place, schema), .. Paths(content, place, offset)]
            : KeysNotYetThere(snapshot, content, place, schema, offset);
    }

    static IEnumerable<Proposal> KeysNotYetThere(
        WorkspaceSnapshot snapshot,
        ProjectContent content,
        YamlPlace place,
        System.Text.Json.JsonElement schema,
        int offset
    )
    {
        var present = YamlPlace.KeysBeside(content.Text, offset);
        return Keys(snapshot, content.Project, place, schema).Where(proposal => !present.Contains(proposal.Label));
    }

    static IEnumerable<Proposal> Keys(
        WorkspaceSnapshot snapshot,
        ProjectFile project,
        YamlPlace place,
        System.Text.Json.JsonElement schema
    )
    {
        foreach (var (name, property) in ProjectSchemaTree.Properties(schema))
            yield return new Proposal(
                name,
                CompletionItemKind.Property,
                name + ": ",
                place.Typed,
                0,
                Documentation: ProjectSchemaTree.Description(property)
            );
        if (place.Keys is ["checks", var code])
            foreach (var parameter in CheckCatalogue.Find(code)?.Parameters ?? [])
                yield return new Proposal(
                    parameter.Name,
                    CompletionItemKind.Property,
                    parameter.Name + ": ",
                    place.Typed,
                    0,
                    Documentation: $"{parameter.Meaning}; {parameter.DefaultText} if nothing is said."
                );
        if (place.Keys is ["severity"])
            foreach (var rule in RuleNames(snapshot, project))
                yield return new Proposal(rule, CompletionItemKind.Event, rule + ": ", place.Typed, 1);
        if (place.Keys is ["severity"] or ["checks"])
            foreach (var check in CheckCatalogue.All)
                yield return new Proposal(
                    check.Code,
                    CompletionItemKind.Constant,
                    check.Code + ": ",
                    place.Typed,
                    2,
                    check.Title
                );
    }

    static IEnumerable<Proposal> Values(
        WorkspaceSnapshot snapshot,
        ProjectFile project,
        YamlPlace place,
        System.Text.Json.JsonElement schema
    )
    {
        foreach (var value in ProjectSchemaTree.Values(schema))
            yield return new Proposal(value, CompletionItemKind.EnumMember, value, place.Typed, 0);
        if (place.Keys is [.., "spec"])
            foreach (var path in snapshot.Guidelines().Paths)
            {
                var relative = project.RelativePath(path);
                yield return new Proposal(relative, CompletionItemKind.File, relative, place.Typed, 1);
            }

        if (place.Keys is [.., "format"])
            foreach (var format in AnnotationFormats.All)
                yield return new Proposal(format.Id, CompletionItemKind.EnumMember, format.Id, place.Typed, 0);
        if (place.Keys is [.., "rule"])
            foreach (var rule in RuleNames(snapshot, project).Concat(CheckCatalogue.All.Select(check => check.Code)))
                yield return new Proposal(rule, CompletionItemKind.Event, rule, place.Typed, 1);
    }

    /// <summary>Files and folders beside the project file.</summary>
    static List<Proposal> Paths(ProjectContent content, YamlPlace place, int offset)
    {
        if (
            place.Keys
            is not (
                ["baseline"]
                or ["datasets" or "ground_truth", "path" or "images" or "exclude"]
                or ["waive", "file"]
            )
        )
            return [];
        var start = offset;
        while (start > 0 && !char.IsWhiteSpace(content.Text[start - 1]) && !"\"'[,".Contains(content.Text[start - 1]))
            start--;
        return PathCompletion.Below(
            content.Project.FilePath.Replace('\\', '/'),
            content.Text[start..offset],
            offset,
            name => place.Keys is not [.., "images"] && !name.EndsWith(".yaml", StringComparison.Ordinal)
        );
    }

    /// <summary>Of the guidelines of the project; of all where it names none that is known.</summary>
    static IEnumerable<string> RuleNames(WorkspaceSnapshot snapshot, ProjectFile project)
    {
        var own = snapshot
            .Projects()
            .GuidelinesOf(project)
            .Select(path => snapshot.Guidelines().Compile(path))
            .ToList();
        return (own.Count > 0 ? own : snapshot.Guidelines().Compilations)
            .SelectMany(compilation => compilation.Guideline.Rules)
            .Select(rule => rule.Name)
            .Where(name => name.Length > 0)
            .Distinct();
    }
}
