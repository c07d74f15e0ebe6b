using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Hierarchies;

/// <summary>Which rules and `let`s use a `let`, and which it uses; which tests expect a rule.</summary>
sealed class CallHierarchyFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("callHierarchyProvider");
        features
            .Document<TextDocumentPositionParams, IReadOnlyList<CallHierarchyItem>>("textDocument/prepareCallHierarchy")
            .In<GuidelineContent>(
                (context, wish, _) =>
                    [
                        .. Callables(context, context.OffsetOf(wish.Position))
                            .Select(symbol => Item(context.Snapshot, symbol)),
                    ]
            );
        features
            .Document<CallHierarchyItemParams, IReadOnlyList<CallHierarchyIncomingCall>>("callHierarchy/incomingCalls")
            .In<GuidelineContent>(Incoming);
        features
            .Document<CallHierarchyItemParams, IReadOnlyList<CallHierarchyOutgoingCall>>("callHierarchy/outgoingCalls")
            .In<GuidelineContent>(Outgoing);
    }

    static IEnumerable<Symbol> Callables(DocumentContext<GuidelineContent> context, int offset) =>
        SymbolSearch
            .At(context.Analysis(), offset)
            .Select(occurrence => occurrence.Symbol)
            .Where(symbol => symbol is LetSymbol or RuleSymbol);

    static IReadOnlyList<CallHierarchyIncomingCall>? Incoming(
        DocumentContext<GuidelineContent> context,
        CallHierarchyItemParams wish,
        CancellationToken cancellation
    )
    {
        var spans = new SpanConverter(context.Snapshot);
        var symbols = Callables(context, context.OffsetOf(wish.Item.SelectionRange.Start));
        return
        [
            .. SymbolSearch
                .OccurrencesOf(context.Snapshot, symbols, cancellation)
                .Where(use => !use.IsDeclaration)
                .Select(use => (use.Span, Caller: CallerAt(context.Snapshot, use.Span.File.Path, use.Span.Start)))
                .Where(use => use.Caller is not null)
                .GroupBy(use => SymbolKey.Of(use.Caller!))
                .Select(group => new CallHierarchyIncomingCall(
                    Item(context.Snapshot, group.First().Caller!),
                    [.. group.Select(use => spans.RangeOf(use.Span))]
                )),
        ];
    }

    static IReadOnlyList<CallHierarchyOutgoingCall>? Outgoing(
        DocumentContext<GuidelineContent> context,
        CallHierarchyItemParams wish,
        CancellationToken cancellation
    )
    {
        var analysis = context.Analysis();
        var spans = new SpanConverter(context.Snapshot);
        return
        [
            .. Callables(context, context.OffsetOf(wish.Item.SelectionRange.Start))
                .SelectMany(caller =>
                    analysis
                        .Compilation.Index.In(analysis.File)
                        .Where(use => use.Symbol is LetSymbol && !use.IsDeclaration && Holds(caller, use.Span.Start))
                )
                .GroupBy(use => SymbolKey.Of(use.Symbol))
                .Select(group => new CallHierarchyOutgoingCall(
                    Item(context.Snapshot, group.First().Symbol),
                    [.. group.Select(use => spans.RangeOf(use.Span))]
                )),
        ];
    }

    static bool Holds(Symbol symbol, int offset) => offset >= symbol.Span.Start && offset < symbol.Span.End;

    /// <summary>The rule, `let` or test around a place.</summary>
    static Symbol? CallerAt(WorkspaceSnapshot snapshot, string path, int offset)
    {
        if (snapshot.Guidelines().AnalysisOf(path)?.Compilation.Guideline is not { } guideline)
            return null;
        return guideline
            .Lets.Concat<Symbol>(guideline.Rules.Where(rule => rule.Origin.Kind == RuleOriginKind.Rule))
            .Concat(guideline.Tests)
            .Where(symbol => symbol.Span.File.Path == path && Holds(symbol, offset))
            .OrderBy(symbol => symbol.Span.Length)
            .FirstOrDefault();
    }

    static CallHierarchyItem Item(WorkspaceSnapshot snapshot, Symbol symbol)
    {
        var spans = new SpanConverter(snapshot);
        return new CallHierarchyItem(
            symbol.Name,
            symbol switch
            {
                LetSymbol { Parameters.IsEmpty: true } => SymbolKind.Constant,
                LetSymbol => SymbolKind.Function,
                RuleSymbol => SymbolKind.Event,
                _ => SymbolKind.Method,
            },
            Path.GetFileName(symbol.NameSpan.File.Path),
            snapshot.UriOf(symbol.NameSpan.File.Path),
            spans.RangeOf(symbol.Span),
            spans.RangeOf(symbol.NameSpan)
        );
    }
}
