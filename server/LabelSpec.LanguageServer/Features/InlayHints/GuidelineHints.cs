using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.InlayHints;

/// <summary>What a class inherits, what a constant is measured in, and what annotation files call a class.</summary>
static class GuidelineHints
{
    public static IEnumerable<GuidelineHint> In(GuidelineAnalysis analysis, TextSpan range)
    {
        var guideline = analysis.Compilation.Guideline;
        foreach (var declaration in analysis.Tree.Declarations)
        {
            if (!analysis.Tree.SpanOf(declaration).Overlaps(range))
                continue;
            switch (declaration)
            {
                case ClassDeclaration { Parents.Count: > 0 } @class
                    when guideline.FindClass(@class.Name.Value) is { } symbol:
                    var inherited = symbol
                        .Attributes.Where(attribute => attribute.DeclaredIn is { } owner && owner != symbol)
                        .ToList();
                    if (inherited.Count > 0)
                        yield return new GuidelineHint(
                            analysis.Tree.SpanOf(@class.Parents[^1]).End,
                            $" + {string.Join(", ", inherited.Select(attribute => attribute.Name))}",
                            string.Join(
                                "\n\n",
                                inherited.Select(attribute =>
                                    $"`{SymbolText.SignatureOf(attribute)}` from `{attribute.DeclaredIn}`"
                                )
                            )
                        );
                    break;
                case LetDeclaration { Parameters: null } let
                    when guideline.Lets.FirstOrDefault(known => known.Name == let.Name.Value)?.Type
                        is { IsError: false } type:
                    yield return new GuidelineHint(analysis.Tree.SpanOf(let.Name).End, $": {type.DisplayName}", null);
                    break;
            }
        }
    }
}
