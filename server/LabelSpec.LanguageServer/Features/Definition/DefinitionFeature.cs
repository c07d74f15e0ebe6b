using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Definition;

/// <summary>Definition, declaration, type definition and implementation.</summary>
sealed class DefinitionFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("definitionProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<Location>>("textDocument/definition")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    FileNamedAt(context, wish.Position) is { } file ? [file]
                    : Answer(context, wish.Position, GuidelineTargets.DefinitionsOf) is { Count: > 0 } symbols ? symbols
                    : InScene(context, wish.Position)
            )
            .In<ProjectContent>((context, wish, _) => ProjectTarget(context, context.OffsetOf(wish.Position)));
        features.Announce("declarationProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<Location>>("textDocument/declaration")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Answer(context, wish.Position, GuidelineTargets.DeclarationsOf) is { Count: > 0 } symbols
                        ? symbols
                        : InScene(context, wish.Position)
            );
        features.Announce("typeDefinitionProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<Location>>("textDocument/typeDefinition")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Locations(
                        context.Snapshot,
                        GuidelineTargets
                            .TypesAt(context.Analysis(), context.OffsetOf(wish.Position))
                            .Select(symbol => symbol.NameSpan)
                    )
            );
        features.Announce("implementationProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<Location>>("textDocument/implementation")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    Answer(
                        context,
                        wish.Position,
                        symbol => GuidelineTargets.ImplementationsOf(context.Analysis().Compilation.Guideline, symbol)
                    )
            );
    }

    static IReadOnlyList<Location>? Answer(
        DocumentContext<GuidelineContent> context,
        Position position,
        Func<Symbol, IEnumerable<Symbol>> targets
    ) =>
        Locations(
            context.Snapshot,
            SymbolSearch
                .At(context.Analysis(), context.OffsetOf(position))
                .SelectMany(occurrence => targets(occurrence.Symbol))
                .Select(symbol => symbol.NameSpan)
        );

    static IReadOnlyList<Location>? Locations(WorkspaceSnapshot snapshot, IEnumerable<SourceSpan> spans)
    {
        var converter = new SpanConverter(snapshot);
        return [.. spans.Distinct().Select(converter.LocationOf)];
    }

    static Location? FileNamedAt(DocumentContext<GuidelineContent> context, Position position) =>
        GuidelineFileNames.At(context.Document.Path, context.Content.Tree, context.OffsetOf(position)) is { } name
        && context.Snapshot.FindAt(name.Target) is not null
            ? new Location(context.Snapshot.UriOf(name.Target), default)
            : null;

    /// <summary>An annotation or track of a test, from where the test names it.</summary>
    static IReadOnlyList<Location> InScene(DocumentContext<GuidelineContent> context, Position position) =>
        [
            .. SceneNames
                .At(context.Content.Tree, context.OffsetOf(position))
                .Where(place => place.IsDeclaration)
                .Select(place => new Location(context.Uri, context.RangeOf(place.Span))),
        ];

    static IReadOnlyList<Location>? ProjectTarget(DocumentContext<ProjectContent> context, int offset) =>
        ProjectRules.At(context.Snapshot, context.Content, offset) is { } named
            ? Locations(context.Snapshot, named.Rules.Select(rule => rule.NameSpan))
        : ProjectPaths.FilesIn(context.Content.Project).FirstOrDefault(file => file.Span.Touches(offset)) is { } file
        && context.Snapshot.FindAt(file.Target) is not null
            ? [new Location(context.Snapshot.UriOf(file.Target), default)]
        : null;
}
