using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>
/// What follows where rules get other names: rules themselves, and those that a class or attribute brings along, since `car.aspect` is
/// named after its class. Tests name them in guidelines, and project files under `severity` and in `waive`.
/// </summary>
static class RenamedRules
{
    /// <param name="renamed">What gets the name <paramref name="newName"/>.</param>
    public static IEnumerable<(string Path, TextSpan Span, string Text)> Edits(
        WorkspaceSnapshot snapshot,
        IReadOnlyList<Symbol> renamed,
        string newName,
        CancellationToken cancellation
    )
    {
        var keys = renamed.Select(SymbolKey.Of).ToHashSet();
        var rules = snapshot
            .Guidelines()
            .Compilations.SelectMany(compilation => compilation.Guideline.Rules)
            .DistinctBy(rule => SymbolKey.Of(rule))
            .Select(rule => (Rule: rule, Name: NameAfter(rule, keys, newName)))
            .Where(found => found.Name is not null);
        foreach (var (rule, name) in rules)
        {
            // The rule's own name is among what is renamed.
            if (!keys.Contains(SymbolKey.Of(rule)))
                foreach (var place in SymbolSearch.OccurrencesOf(snapshot, [rule], cancellation))
                    if (place.Span.Text.Trim('`') == rule.Name)
                        yield return (
                            place.Span.File.Path,
                            new TextSpan(place.Span.Start, place.Span.Length),
                            SyntaxFacts.Quote(name!)
                        );
            foreach (var (path, span) in ProjectRules.Naming(snapshot, rule))
                yield return (path, span, Written(snapshot, path, span, name!));
        }
    }

    static string? NameAfter(RuleSymbol rule, HashSet<SymbolKey> renamed, string newName)
    {
        if (renamed.Contains(SymbolKey.Of(rule)))
            return newName;
        if (rule.Origin.Kind == RuleOriginKind.Rule)
            return null;
        // `class.member`, or `class.attribute.clause`.
        if (rule.Origin.Class is { } owner && IsRenamed(owner) && rule.Name.StartsWith(owner.Name + '.'))
            return newName + rule.Name[owner.Name.Length..];
        if (rule.Origin.Attribute is not { } attribute || !IsRenamed(attribute))
            return null;
        var at = rule.Name.LastIndexOf($".{attribute.Name}.", StringComparison.Ordinal);
        return at < 0 ? null : $"{rule.Name[..at]}.{newName}{rule.Name[(at + 1 + attribute.Name.Length)..]}";

        bool IsRenamed(Symbol symbol) => renamed.Contains(SymbolKey.Of(symbol));
    }

    /// <summary>A name in quotes keeps them, and what YAML would read otherwise gets some.</summary>
    static string Written(WorkspaceSnapshot snapshot, string path, TextSpan span, string name)
    {
        var first = snapshot.FindAt(path)?.Text.ToString()[span.Start];
        return first is '"' || !SyntaxFacts.IsPlainName(name.Replace('.', '_')) ? $"\"{name}\""
            : first is '\'' ? $"'{name}'"
            : name;
    }
}
