using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>Something that can be written at the cursor.</summary>
/// <param name="Replaced">What is typed of it already, and goes.</param>
/// <param name="Rank">Lower ones are offered first.</param>
/// <param name="Snippet">With places to fill in, in the syntax of the protocol; null to insert <paramref name="Text"/>.</param>
/// <param name="Symbol">What it names: its page is the documentation, made when somebody looks.</param>
sealed record Proposal(
    string Label,
    CompletionItemKind Kind,
    string Text,
    TextSpan Replaced,
    int Rank,
    string? Detail = null,
    string? Documentation = null,
    string? Snippet = null,
    Symbol? Symbol = null,
    bool IsDeprecated = false,
    bool RetriggersAfterwards = false
)
{
    /// <summary>The same with a blank before it, for places straight behind something that it would grow together with.</summary>
    public Proposal BehindBlank() =>
        Replaced.IsEmpty ? this with { Text = " " + Text, Snippet = Snippet is null ? null : " " + Snippet } : this;
}
