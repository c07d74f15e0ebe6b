using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>Binds <c>case</c> declarations.</summary>
internal sealed class CaseBinder(BindingServices services)
{
    private readonly Dictionary<string, CaseSymbol> byName = new(StringComparer.Ordinal);

    public List<CaseSymbol> Cases { get; } = [];

    public void Bind(CaseDeclaration node, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var (examples, counterexamples) = services.Examples.Bind(node.Members, null, null, site);
        var symbol = new CaseSymbol(node.Name.Value, site.SpanOf(node.Name), site.SpanOf(node))
        {
            Documentation = Documentation.TextOf(node.Documentation),
            Since = services.Versions.Check(
                node.Since ?? node.Members.OfType<SinceMember>().FirstOrDefault()?.Version,
                site
            ),
            Prose = [.. node.Members.OfType<ProseMember>().Select(prose => prose.Text.Value)],
            Examples = examples,
            Counterexamples = counterexamples,
            Questions = services.Questions.Bind(node.Members, null, site),
        };
        site.Index?.Declare(symbol);
        if (!byName.TryAdd(symbol.Name, symbol))
        {
            site.Bag.Report(
                SemanticDiagnostics.DeclaredTwice,
                symbol.NameSpan,
                $"There is a case `{symbol.Name}` already: choose another name, or join the two",
                related: [new RelatedPlace(byName[symbol.Name].NameSpan, $"`{symbol.Name}` is declared here")]
            );
            return;
        }
        Cases.Add(symbol);
    }
}
