using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features.DocumentSymbols;

/// <summary>The outline of a document.</summary>
sealed class DocumentSymbolsFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("documentSymbolProvider");
        features
            .Document<TextDocumentParams, IReadOnlyList<DocumentSymbol>>("textDocument/documentSymbol")
            .In<GuidelineContent>(
                (context, _, _) => Translate(GuidelineOutline.Of(context.Content.Tree), context.RangeOf)
            )
            .In<ProjectContent>(
                (context, _, _) => Translate(ProjectOutline.Of(context.Content.Project), context.RangeOf)
            );
    }

    static IReadOnlyList<DocumentSymbol> Translate(
        IEnumerable<OutlineItem> items,
        Func<TextSpan, Protocol.Range> rangeOf
    ) =>
        [
            .. items.Select(item => new DocumentSymbol(
                item.Name.Length > 0 ? item.Name : "(no name)",
                item.Detail,
                item.Kind,
                item.IsDeprecated ? [1] : null,
                rangeOf(item.Span),
                rangeOf(item.NameSpan),
                item.Children.Count == 0 ? null : Translate(item.Children, rangeOf)
            )),
        ];
}
