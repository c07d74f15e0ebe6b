using LabelSpec.Annotations.Project;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.DocumentSymbols;

/// <summary>The outline of a project file: its values, by key.</summary>
static class ProjectOutline
{
    public static IReadOnlyList<OutlineItem> Of(ProjectFile project) => Below(project, "");

    static List<OutlineItem> Below(ProjectFile project, string parent) =>
        [
            .. project
                .Positions.Paths.Where(path => path.Length > 0 && ParentOf(path) == parent)
                .Select(path => (Path: path, Range: project.Positions.Find(path)!.Value))
                .OrderBy(item => item.Range.StartOffset)
                .Select(item =>
                {
                    var span = TextSpan.FromBounds(item.Range.StartOffset, item.Range.EndOffset);
                    var children = Below(project, item.Path);
                    return new OutlineItem(
                        item.Path[parent.Length..].TrimStart('.'),
                        null,
                        children.Count > 0 ? SymbolKind.Object : SymbolKind.Key,
                        span,
                        span,
                        children
                    );
                }),
        ];

    static string ParentOf(string path)
    {
        var cut = path.EndsWith(']') ? path.LastIndexOf('[') : path.LastIndexOf('.');
        return cut < 0 ? "" : path[..cut];
    }
}
