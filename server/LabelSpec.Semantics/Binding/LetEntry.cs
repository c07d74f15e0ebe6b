using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Binding;

/// <summary>A <c>let</c> while it is being bound.</summary>
internal sealed class LetEntry(LetSymbol symbol, LetDeclaration syntax, BindingSite site)
{
    public LetSymbol Symbol { get; } = symbol;

    public LetDeclaration Syntax { get; } = syntax;

    public BindingSite Site { get; } = site;

    /// <summary>Whether its body is being bound right now: using it then is recursion.</summary>
    public bool IsActive { get; set; }

    /// <summary>Diagnostics that the body has whatever the arguments are; null until it was bound on its own.</summary>
    public DiagnosticBag? OwnDiagnostics { get; set; }
}
