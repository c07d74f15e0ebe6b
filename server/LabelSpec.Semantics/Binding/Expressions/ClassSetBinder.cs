using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Resolves <c>car | truck</c>, <c>vehicle except bus</c> and <c>any</c>.</summary>
internal sealed class ClassSetBinder(DeclarationTable table)
{
    private ClassSet? any;

    /// <summary>Every concrete class in which something is judged.</summary>
    public ClassSet Any => any ??= Of(symbol => symbol is { IsAbstract: false, IsIgnore: false }, "any");

    /// <summary>The classes, or null if none of the names is a class; unknown names are reported.</summary>
    public ClassSet? Bind(Grammar.Syntax.ClassSet node, BindingSite site)
    {
        if (!node.IsAny && node.Included.Count == 1 && node.Except.Count == 0)
        {
            // The most frequent form shares one set, whatever its size.
            return BindClass(node.Included[0], site)?.ConcreteDescendants;
        }
        var found = new List<ClassSymbol>();
        if (node.IsAny)
        {
            found.AddRange(Any.Classes);
        }
        var resolved = node.IsAny;
        foreach (var name in node.Included)
        {
            if (BindClass(name, site) is { } symbol)
            {
                found.AddRange(symbol.ConcreteDescendants.Classes);
                resolved = true;
            }
        }
        foreach (var name in node.Except)
        {
            if (BindClass(name, site) is { } symbol)
            {
                found.RemoveAll(symbol.ConcreteDescendants.Contains);
            }
        }
        return resolved ? Sorted(found, TypeText.Quote(node)) : null;
    }

    /// <summary>The class of a name, or null; an unknown name is reported, a missing one is not.</summary>
    public ClassSymbol? BindClass(Name name, BindingSite site)
    {
        if (name.IsMissing)
        {
            return null;
        }
        if (table.FindClass(name.Value) is { } symbol)
        {
            site.Use(symbol, name);
            return symbol;
        }
        ReportUnknown(name, site);
        return null;
    }

    public void ReportUnknown(Name name, BindingSite site)
    {
        var span = site.SpanOf(name);
        var byLabel = FindByLabel(name.Value);
        var suggestion = byLabel is null
            ? Suggestion.For(name.Value, table.ClassesByName.Keys, span)
            : Suggestion.For(byLabel.Name, [byLabel.Name], span);
        if (table.IsIncomplete && suggestion.Name is null)
        {
            return;
        }
        site.Bag.Report(
            SemanticDiagnostics.UnknownClass,
            span,
            byLabel is null
                ? $"There is no class `{name.Value}`{suggestion.Question}"
                : $"`{name.Value}` is what annotation files call the class; a guideline calls it `{byLabel.Name}`",
            suggestion.Fixes
        );
    }

    /// <summary>The set of the classes for which something holds.</summary>
    public ClassSet Of(Func<ClassSymbol, bool> includes, string text)
    {
        var builder = ImmutableArray.CreateBuilder<ClassSymbol>();
        foreach (var entry in table.Classes)
        {
            if (includes(entry.Symbol))
            {
                builder.Add(entry.Symbol);
            }
        }
        return new ClassSet(builder.DrainToImmutable(), text);
    }

    private ClassSymbol? FindByLabel(string label)
    {
        foreach (var entry in table.Classes)
        {
            if (entry.Symbol.Label == label)
            {
                return entry.Symbol;
            }
            foreach (var alias in entry.Symbol.Aliases)
            {
                if (alias.Name == label)
                {
                    return entry.Symbol;
                }
            }
        }
        return null;
    }

    private static ClassSet Sorted(List<ClassSymbol> found, string text)
    {
        found.Sort((a, b) => a.Index.CompareTo(b.Index));
        var builder = ImmutableArray.CreateBuilder<ClassSymbol>(found.Count);
        foreach (var symbol in found)
        {
            if (builder.Count == 0 || builder[^1] != symbol)
            {
                builder.Add(symbol);
            }
        }
        return new ClassSet(builder.DrainToImmutable(), text);
    }
}
