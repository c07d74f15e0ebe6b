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

    /// <summary>What may be named without a dot.</summary>
    public NamesInReach Names => NamesInReach.At(this);

    public static CompletionPlace At(GuidelineAnalysis analysis, int offset) =>
        new(analysis, offset, analysis.Tree.PathAt(offset), new TextSpan(offset, 0));
}
