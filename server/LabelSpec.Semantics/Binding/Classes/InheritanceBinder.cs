using System.Collections.Immutable;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Resolves <c>extends</c>, breaks cycles, and finds ancestors and concrete descendants.</summary>
internal sealed class InheritanceBinder(DeclarationTable table, ClassSetBinder classSets)
{
    private const int DeepestInheritance = 64;

    private readonly int[] depths = new int[table.Classes.Count];

    /// <returns>The classes with every parent before its children.</returns>
    public List<ClassEntry> Bind()
    {
        foreach (var entry in table.Classes)
        {
            entry.Symbol.Parents = BindParents(entry);
        }
        var order = new List<ClassEntry>(table.Classes.Count);
        var states = new byte[table.Classes.Count];
        foreach (var entry in table.Classes)
        {
            Visit(entry, states, order, 0);
        }
        FindDescendants(order);
        return order;
    }

    private ImmutableArray<ClassSymbol> BindParents(ClassEntry entry)
    {
        var parents = ImmutableArray.CreateBuilder<ClassSymbol>(entry.Syntax.Parents.Count);
        foreach (var name in entry.Syntax.Parents)
        {
            if (classSets.BindClass(name, entry.Site) is not { } parent)
            {
                continue;
            }
            if (parents.Contains(parent))
            {
                entry.Site.Bag.Report(
                    SemanticDiagnostics.ParentNamedTwice,
                    entry.Site.SpanOf(name),
                    $"`{parent.Name}` is named twice: once is enough",
                    tags: DiagnosticTags.Unnecessary
                );
                continue;
            }
            parents.Add(parent);
        }
        return parents.DrainToImmutable();
    }

    /// <summary>Depth first; a parent that is being visited still closes a cycle, and is dropped.</summary>
    private void Visit(ClassEntry entry, byte[] states, List<ClassEntry> order, int nesting)
    {
        const byte open = 1,
            done = 2;
        var symbol = entry.Symbol;
        if (states[symbol.Index] != 0)
        {
            return;
        }
        states[symbol.Index] = open;
        foreach (var parent in symbol.Parents)
        {
            if (states[parent.Index] == open)
            {
                ReportCycle(entry, parent);
                symbol.Parents = symbol.Parents.Remove(parent);
            }
            else if (nesting >= DeepestInheritance)
            {
                DropTooDeep(entry, parent);
            }
            else
            {
                Visit(table.Classes[parent.Index], states, order, nesting + 1);
                if (depths[parent.Index] >= DeepestInheritance)
                {
                    DropTooDeep(entry, parent);
                }
                else
                {
                    depths[symbol.Index] = Math.Max(depths[symbol.Index], depths[parent.Index] + 1);
                }
            }
        }
        states[symbol.Index] = done;
        symbol.Ancestors = Ancestors(symbol);
        symbol.IsIgnore |= symbol.Ancestors.Any(ancestor => ancestor.IsIgnore);
        order.Add(entry);
    }

    private static ImmutableArray<ClassSymbol> Ancestors(ClassSymbol symbol)
    {
        if (symbol.Parents.IsEmpty)
        {
            return [];
        }
        var ancestors = symbol.Parents.ToBuilder();
        foreach (var parent in symbol.Parents)
        {
            foreach (var ancestor in parent.Ancestors)
            {
                if (!ancestors.Contains(ancestor))
                {
                    ancestors.Add(ancestor);
                }
            }
        }
        return ancestors.DrainToImmutable();
    }

    private void FindDescendants(List<ClassEntry> order)
    {
        var concrete = new List<ClassSymbol>?[table.Classes.Count];
        foreach (var entry in order)
        {
            if (entry.Symbol.IsAbstract)
            {
                continue;
            }
            (concrete[entry.Symbol.Index] ??= []).Add(entry.Symbol);
            foreach (var ancestor in entry.Symbol.Ancestors)
            {
                (concrete[ancestor.Index] ??= []).Add(entry.Symbol);
            }
        }
        foreach (var entry in order)
        {
            var found = concrete[entry.Symbol.Index];
            found?.Sort((a, b) => a.Index.CompareTo(b.Index));
            entry.Symbol.ConcreteDescendants = new ClassSet([.. found ?? []], entry.Symbol.Name);
        }
    }

    private static void DropTooDeep(ClassEntry entry, ClassSymbol parent)
    {
        entry.Symbol.Parents = entry.Symbol.Parents.Remove(parent);
        var name = entry.Syntax.Parents.First(node => node.Value == parent.Name);
        entry.Site.Bag.Report(
            SemanticDiagnostics.TooComplex,
            entry.Site.SpanOf(name),
            $"Classes may extend each other over {DeepestInheritance} levels at most: leave some of them out"
        );
    }

    private static void ReportCycle(ClassEntry entry, ClassSymbol parent)
    {
        var name = entry.Syntax.Parents.First(node => node.Value == parent.Name);
        entry.Site.Bag.Report(
            SemanticDiagnostics.InheritanceCycle,
            entry.Site.SpanOf(name),
            parent == entry.Symbol
                ? $"`{parent.Name}` cannot extend itself"
                : $"`{parent.Name}` extends `{entry.Symbol.Name}` already, directly or through others: a class cannot extend itself",
            related: [new RelatedPlace(parent.NameSpan, $"`{parent.Name}` is declared here")]
        );
    }
}
