using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>All rules in the order in which they were bound, each under a name of its own.</summary>
internal sealed class RuleList
{
    private readonly Dictionary<string, RuleSymbol> byName = new(StringComparer.Ordinal);

    /// <summary>Rules that can be judged.</summary>
    public List<RuleSymbol> Rules { get; } = [];

    /// <summary>Every name, also of rules that are wrong or switched off.</summary>
    public IEnumerable<string> Names => byName.Keys;

    public RuleSymbol? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Enters the name of a written rule; a second rule of the name is reported.</summary>
    public void Declare(RuleSymbol rule, BindingSite site)
    {
        site.Index?.Declare(rule);
        if (byName.TryAdd(rule.Name, rule))
        {
            return;
        }
        var first = byName[rule.Name];
        site.Bag.Report(
            SemanticDiagnostics.DeclaredTwice,
            rule.NameSpan,
            $"There is a rule `{rule.Name}` already: choose another name, or remove one of the two",
            related: [new RelatedPlace(first.NameSpan, $"`{first.Name}` is declared here")]
        );
    }

    /// <summary>A free name for a rule that a short form stands for: the wanted one, or the wanted one with a number.</summary>
    public string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; byName.ContainsKey(name); number++)
        {
            name = $"{wanted}.{number}";
        }
        return name;
    }

    /// <summary>Adds a rule that a short form stands for.</summary>
    public void Add(RuleSymbol rule)
    {
        byName.TryAdd(rule.Name, rule);
        Rules.Add(rule);
    }
}
