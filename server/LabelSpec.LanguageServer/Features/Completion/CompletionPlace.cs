using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Where in a guideline something is to be completed.</summary>
/// <param name="Path">The nodes around it, the outermost first.</param>
/// <param name="Typed">What is typed of the word already, and goes.</param>
sealed record CompletionPlace(GuidelineAnalysis Analysis, int Offset, IReadOnlyList<SyntaxNode> Path, TextSpan Typed)
{
    public SyntaxTree Tree => Analysis.Tree;

    public Guideline Guideline => Analysis.Compilation.Guideline;

    /// <summary>The tokens before the word that is being typed.</summary>
    public TokensBefore Before => new(Tree, Typed.Start);

    /// <summary>
    /// Where names are looked up. The expression that is about to be typed does not reach behind the blanks before it, so it is asked for at
    /// the end of the last word.
    /// </summary>
    public int ScopeOffset
    {
        get
        {
            var index = Analysis.Compilation.Index;
            return
                index.NamesAt(Analysis.File, Offset).IsEmpty
                && index.SelfAt(Analysis.File, Offset) is null
                && Before.EndOf(0) is >= 0 and var end
                ? end
                : Offset;
        }
    }

    public static CompletionPlace At(GuidelineAnalysis analysis, int offset) =>
        new(analysis, offset, analysis.Tree.PathAt(offset), new TextSpan(offset, 0));
}
