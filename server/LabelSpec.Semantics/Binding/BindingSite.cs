using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Binding;

/// <summary>Where text is being bound: the file, and where diagnostics and uses of symbols go.</summary>
/// <param name="Index">Null while the body of a <c>let</c> is bound for one of its uses, as the text was indexed already.</param>
internal sealed record BindingSite(FileUnit Unit, DiagnosticBag Bag, IndexBuilder? Index)
{
    public SourceSpan SpanOf(SyntaxNode node) => Unit.SpanOf(node);

    public void Use(Symbol symbol, SyntaxNode node) => Index?.Use(symbol, SpanOf(node));
}
