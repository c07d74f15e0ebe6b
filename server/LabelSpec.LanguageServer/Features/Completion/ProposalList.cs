using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Collects what is offered in place of a word.</summary>
/// <param name="typed">What is typed of the word already, and goes.</param>
sealed class ProposalList(TextSpan typed)
{
    readonly List<Proposal> _proposals = [];

    /// <summary>Everything that was added, the same thing once.</summary>
    public IReadOnlyList<Proposal> All => [.. _proposals.DistinctBy(proposal => (proposal.Label, proposal.Kind))];

    public void AddWords(IEnumerable<WordFact> words)
    {
        foreach (var word in words)
            Add(
                word.Text,
                CompletionItemKind.Keyword,
                Ranks.Word,
                word.Usage,
                word.Documentation,
                KeywordSnippets.Of(word)
            );
    }

    public void AddAll(IEnumerable<Symbol> symbols, CompletionItemKind kind, int rank)
    {
        foreach (var symbol in symbols.Where(symbol => symbol.Name.Length > 0))
            Add(symbol.Name, kind, rank, SymbolText.SignatureOf(symbol), symbol: symbol);
    }

    public void AddAll<TMember>(IEnumerable<MemberInfo<TMember>> members)
        where TMember : struct, Enum
    {
        foreach (var member in members)
            Add(
                member.Name,
                CompletionItemKind.Field,
                Ranks.Member,
                member.Type.DisplayName,
                Hover.MemberPage.Of(member)
            );
    }

    public void Add(
        string name,
        CompletionItemKind kind,
        int rank,
        string? detail = null,
        string? documentation = null,
        string? snippet = null,
        Symbol? symbol = null
    )
    {
        var text = kind is CompletionItemKind.Keyword or CompletionItemKind.Unit or CompletionItemKind.Value
            ? name
            : SyntaxFacts.Quote(name);
        Add(
            new Proposal(
                name,
                kind,
                text,
                typed,
                rank,
                detail,
                documentation,
                snippet,
                symbol,
                symbol is ClassSymbol { Deprecated: not null }
            )
        );
    }

    /// <summary>Something that is written otherwise than it is called.</summary>
    public void Add(string label, string text, CompletionItemKind kind, int rank, string? detail) =>
        Add(new Proposal(label, kind, text, typed, rank, detail));

    void Add(Proposal proposal) => _proposals.Add(proposal);
}
