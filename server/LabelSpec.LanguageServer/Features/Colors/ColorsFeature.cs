using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.Colors;

/// <summary>The colours of classes, with a picker.</summary>
sealed class ColorsFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce("colorProvider");
        features
            .Document<TextDocumentParams, IReadOnlyList<ColorInformation>>("textDocument/documentColor")
            .In<GuidelineContent>(
                (context, _, _) =>
                    [
                        .. context
                            .Content.Tree.Declarations.SelectMany(declaration => declaration.Members)
                            .OfType<ColorMember>()
                            .Where(member => !member.Color.Span.IsEmpty)
                            .Select(member => new ColorInformation(
                                context.RangeOf(context.Content.Tree.SpanOf(member.Color)),
                                ColorText.Parse(member.Color.Rgb)
                            )),
                    ]
            );
        features
            .Document<ColorPresentationParams, IReadOnlyList<ColorPresentation>>("textDocument/colorPresentation")
            .In<GuidelineContent>(
                (_, wish, _) =>
                    [
                        new ColorPresentation(
                            ColorText.Of(wish.Color),
                            new TextEdit(wish.Range, ColorText.Of(wish.Color))
                        ),
                    ]
            );
    }
}
