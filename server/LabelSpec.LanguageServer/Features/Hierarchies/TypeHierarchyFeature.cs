using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Hierarchies;

/// <summary>Classes, what they extend, and what extends them.</summary>
sealed class TypeHierarchyFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("typeHierarchyProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<TypeHierarchyItem>>("textDocument/prepareTypeHierarchy")
            .In<GuidelineContent>(
                (context, wish, _) => Items(context, ClassesAt(context, context.OffsetOf(wish.Position)))
            );
        features
            .Document<TypeHierarchyItemParams, IReadOnlyList<TypeHierarchyItem>>("typeHierarchy/supertypes")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Items(context, ClassesAt(context, Start(context, wish)).SelectMany(@class => @class.Parents))
            );
        features
            .Document<TypeHierarchyItemParams, IReadOnlyList<TypeHierarchyItem>>("typeHierarchy/subtypes")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Items(
                        context,
                        ClassesAt(context, Start(context, wish))
                            .SelectMany(@class => Children(context.Snapshot, @class))
                    )
            );
    }

    static int Start(DocumentContext<GuidelineContent> context, TypeHierarchyItemParams wish) =>
        context.OffsetOf(wish.Item.SelectionRange.Start);

    static IEnumerable<ClassSymbol> ClassesAt(DocumentContext<GuidelineContent> context, int offset) =>
        SymbolSearch.At(context.Analysis(), offset).Select(occurrence => occurrence.Symbol).OfType<ClassSymbol>();

    static IEnumerable<ClassSymbol> Children(WorkspaceSnapshot snapshot, ClassSymbol parent) =>
        snapshot
            .Guidelines()
            .Compilations.SelectMany(compilation => compilation.Guideline.Classes)
            .Where(@class => @class.Parents.Any(other => SymbolKey.Of(other) == SymbolKey.Of(parent)))
            .DistinctBy(SymbolKey.Of);

    static IReadOnlyList<TypeHierarchyItem>? Items(
        DocumentContext<GuidelineContent> context,
        IEnumerable<ClassSymbol> classes
    )
    {
        var spans = new SpanConverter(context.Snapshot);
        return
        [
            .. classes.Select(@class => new TypeHierarchyItem(
                @class.Name,
                @class.IsAbstract ? SymbolKind.Interface : SymbolKind.Class,
                Path.GetFileName(@class.NameSpan.File.Path),
                context.Snapshot.UriOf(@class.NameSpan.File.Path),
                spans.RangeOf(@class.Span),
                spans.RangeOf(@class.NameSpan)
            )),
        ];
    }
}
