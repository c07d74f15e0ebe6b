using System.Text.Json.Nodes;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Encodings;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>Semantic tokens: all, those of a range, and what changed.</summary>
sealed class SemanticTokensFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "semanticTokensProvider",
            () =>
                new JsonObject
                {
                    ["legend"] = new JsonObject
                    {
                        ["tokenTypes"] = Names<TokenClass>(),
                        ["tokenModifiers"] = Names<TokenModifiers>(),
                    },
                    ["range"] = true,
                    ["full"] = new JsonObject { ["delta"] = true },
                }
        );
        features
            .Document<TextDocumentParams, Protocol.SemanticTokens>("textDocument/semanticTokens/full")
            .In<GuidelineContent>(
                (context, _, _) =>
                {
                    var data = All(context);
                    return new Protocol.SemanticTokens(Sent(context).Remember(context.Uri, data), data);
                }
            );
        features
            .Document<SemanticTokensRangeParams, Protocol.SemanticTokens>("textDocument/semanticTokens/range")
            .In<GuidelineContent>(
                (context, wish, _) => new Protocol.SemanticTokens(null, In(context, context.SpanOf(wish.Range)))
            );
        features
            .Document<SemanticTokensDeltaParams, SemanticTokensDelta>("textDocument/semanticTokens/full/delta")
            .In<GuidelineContent>(Delta);
    }

    static SemanticTokensDelta? Delta(
        DocumentContext<GuidelineContent> context,
        SemanticTokensDeltaParams wish,
        CancellationToken cancellation
    )
    {
        var before = Sent(context).Find(context.Uri, wish.PreviousResultId);
        var data = All(context);
        var id = Sent(context).Remember(context.Uri, data);
        if (before is null)
            return new SemanticTokensDelta(id, null, data);
        return new SemanticTokensDelta(
            id,
            TokenEncoding.Difference(before, data) is var (start, deleted, inserted)
                ? [new SemanticTokensEdit(start, deleted, inserted)]
                : []
        );
    }

    static int[] All(DocumentContext<GuidelineContent> context) =>
        In(context, new TextSpan(0, context.Document.Text.Length));

    static int[] In(DocumentContext<GuidelineContent> context, TextSpan range) =>
        TokenEncoding.Encode(
            [
                .. GuidelineTokens
                    .In(context.Analysis(), range)
                    .Where(token => !context.Client.AugmentsSyntaxTokens || token.SaysMoreThanSyntax),
            ],
            context.Document.Text,
            context.Snapshot.Caches.Get<EncodedTexts>().Of(context.Document.Text, context.Client.PositionEncoding)
        );

    static SentTokens Sent(DocumentContext<GuidelineContent> context) => context.Snapshot.Caches.Get<SentTokens>();

    static JsonArray Names<T>()
        where T : struct, Enum =>
        [
            .. Enum.GetNames<T>()
                .Where(name => name != nameof(TokenModifiers.None))
                .Select(name => (JsonNode)(char.ToLowerInvariant(name[0]) + name[1..])),
        ];
}
