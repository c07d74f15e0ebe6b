using LabelSpec.Engine.Checks;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Reports.Help;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What the keys of `labelspec.yaml` mean, from its schema, and the rules and checks that it names.</summary>
static class ProjectHover
{
    public static HoverContent? At(
        WorkspaceSnapshot snapshot,
        ProjectContent content,
        int offset,
        Func<DataCounts> counts
    ) => OfRule(snapshot, content, offset, counts) ?? OfKey(content.Text, offset);

    static HoverContent? OfRule(WorkspaceSnapshot snapshot, ProjectContent content, int offset, Func<DataCounts> counts)
    {
        if (ProjectRules.At(snapshot, content, offset) is not var (name, span, rules))
            return null;
        if (rules is [var rule, ..])
        {
            var guideline = snapshot.Guidelines().AnalysisOf(rule.NameSpan.File.Path)?.Compilation.Guideline;
            return guideline is null
                ? null
                : new HoverContent(SymbolPage.Of(guideline, rule, counts().Describe(guideline, rule)), span);
        }

        return DiagnosticPages.Instance.Find(CheckCatalogue.Find(name)?.Code ?? name) is { } page
            ? new HoverContent(page.Markdown, span)
            : null;
    }

    static HoverContent? OfKey(string text, int offset)
    {
        var lineStart = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var lineEnd = text.IndexOf('\n', offset) is >= 0 and var found ? found : text.Length;
        var colon = text.IndexOf(':', lineStart, lineEnd - lineStart);
        if (colon < offset)
            return null;
        var place = YamlPlace.At(text, colon + 1);
        if (
            place.Keys is not [.., var key]
            || text.IndexOf(key, lineStart, StringComparison.Ordinal) is var start && start > offset
            || ProjectSchemaTree.Find(place.Keys) is not { } schema
            || ProjectSchemaTree.Description(schema) is not { } description
        )
            return null;
        return new HoverContent($"**{key}**\n\n{description}", TextSpan.FromBounds(start, colon));
    }
}
