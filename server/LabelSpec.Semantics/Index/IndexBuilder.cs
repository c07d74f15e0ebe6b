using LabelSpec.Semantics.Binding;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Index;

/// <summary>Collects, while a guideline is bound, what <see cref="SymbolIndex"/> answers from.</summary>
internal sealed class IndexBuilder
{
    private readonly IndexBuilder? whole;

    public IndexBuilder() { }

    private IndexBuilder(IndexBuilder whole) => this.whole = whole;

    public List<Occurrence> Occurrences { get; } = [];

    /// <summary>Outermost expressions, each with the file it stands in.</summary>
    public List<BoundExpression> Expressions { get; } = [];

    /// <summary>Stretches of text, and what may be named in them; inner ones come later.</summary>
    public List<(SourceSpan Span, Scope Scope)> Scopes { get; } = [];

    private readonly HashSet<Symbol> used = [];

    public void Declare(Symbol symbol) => Occurrences.Add(new Occurrence(symbol, symbol.NameSpan, true));

    /// <summary>
    /// For a body that is bound again with the types of its arguments: the attributes that it names are known only now, while its
    /// parameters stand for variables of somebody else and are left as they are.
    /// </summary>
    public IndexBuilder ForUse() => new(this);

    public void Use(Symbol symbol, SourceSpan span)
    {
        if (whole is not null && symbol is not VariableSymbol)
        {
            whole.Use(symbol, span);
        }
        Occurrences.Add(new Occurrence(symbol, span, false));
        used.Add(symbol);
    }

    public bool IsUsed(Symbol symbol) => used.Contains(symbol);
}
