using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Binding.Declarations;

/// <summary>The first phase: enters the names of all files, so that the order of declarations does not matter, and finds names with two owners.</summary>
internal sealed class DeclarationCollector(DeclarationTable table, DiagnosticBag bag, IndexBuilder index)
{
    private readonly Dictionary<string, (Symbol Symbol, string What)> owners = new(StringComparer.Ordinal);

    /// <summary>Declarations that have no name, or whose names only later phases need, in the order of the files.</summary>
    public List<(BindingSite Site, Declaration Node)> Others { get; } = [];

    public void Collect(FileUnit unit)
    {
        var site = new BindingSite(unit, bag, index);
        foreach (var declaration in unit.Tree.Declarations)
        {
            switch (declaration)
            {
                case ClassDeclaration node:
                    DeclareClass(node, site);
                    break;
                case SkeletonDeclaration node:
                    DeclareSkeleton(node, site);
                    break;
                case LetDeclaration node:
                    DeclareLet(node, site);
                    break;
                case ErrorDeclaration:
                    break;
                default:
                    Others.Add((site, declaration));
                    break;
            }
        }
    }

    private void DeclareClass(ClassDeclaration node, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var symbol = new ClassSymbol(node.Name.Value, table.Classes.Count, site.SpanOf(node.Name), site.SpanOf(node))
        {
            Documentation = Documentation.TextOf(node.Documentation),
            IsAbstract = node.IsAbstract,
            IsIgnore = node.IsIgnore,
            Label = node.DatasetLabel?.Value ?? node.Name.Value,
            HasOwnLabel = node.DatasetLabel is not null,
        };
        index.Declare(symbol);
        if (!Own(symbol, "class"))
        {
            return;
        }
        var entry = new ClassEntry(symbol, node, site);
        table.Classes.Add(entry);
        table.ClassesByName.Add(symbol.Name, entry);
    }

    private void DeclareSkeleton(SkeletonDeclaration node, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var symbol = SkeletonBinder.Bind(node, site);
        index.Declare(symbol);
        if (table.Skeletons.TryGetValue(symbol.Name, out var first))
        {
            ReportTwice(symbol, first, "skeleton");
            return;
        }
        table.Skeletons.Add(symbol.Name, symbol);
    }

    private void DeclareLet(LetDeclaration node, BindingSite site)
    {
        if (node.Name.IsMissing)
        {
            return;
        }
        var symbol = new LetSymbol(
            node.Name.Value,
            [.. (node.Parameters ?? []).Select(parameter => parameter.Value)],
            site.SpanOf(node.Name),
            site.SpanOf(node)
        )
        {
            Documentation = Documentation.TextOf(node.Documentation),
        };
        index.Declare(symbol);
        if (Own(symbol, "let"))
        {
            table.Lets.Add(symbol.Name, new LetEntry(symbol, node, site));
        }
    }

    /// <summary>Classes and lets share their names, as both are named bare in expressions.</summary>
    private bool Own(Symbol symbol, string what)
    {
        if (owners.TryAdd(symbol.Name, (symbol, what)))
        {
            return true;
        }
        var (first, firstWhat) = owners[symbol.Name];
        ReportTwice(symbol, first, firstWhat);
        return false;
    }

    private void ReportTwice(Symbol symbol, Symbol first, string firstWhat) =>
        bag.Report(
            SemanticDiagnostics.DeclaredTwice,
            symbol.NameSpan,
            first.NameSpan.File == symbol.NameSpan.File
                ? $"There is a {firstWhat} `{symbol.Name}` already: choose another name, or remove one of the two"
                : $"There is a {firstWhat} `{symbol.Name}` in \"{first.NameSpan.File.Path}\" already: every name has one owner",
            related: [new RelatedPlace(first.NameSpan, $"`{first.Name}` is declared here")]
        );
}
