using LabelSpec.Grammar;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>
/// Gives symbols other names, in every file. What annotation files call a class, an attribute or a value does not change
/// by this: the old name stays behind as the dataset label, so that data that was right stays right. Renaming the label
/// itself notes the old one under `replaces`, from which data can be migrated.
/// </summary>
static class GuidelineRename
{
    /// <summary>What would be renamed at an offset; null where nothing can be.</summary>
    public static (TextSpan Span, string Name)? Prepare(GuidelineAnalysis analysis, int offset)
    {
        if (LabelAt(analysis.Tree, offset) is { } label)
            return (Inner(analysis.Tree.SpanOf(label.DatasetLabel!)), label.DatasetLabel!.Value);
        if (SymbolSearch.At(analysis, offset) is [var occurrence, ..])
            return IsNamed(occurrence.Symbol)
                ? (new TextSpan(occurrence.Span.Start, occurrence.Span.Length), occurrence.Symbol.Name)
                : null;
        var scene = SceneNames.At(analysis.Tree, offset);
        if (scene.FirstOrDefault(place => place.Span.Touches(offset)) is { Span.Length: > 0 } at)
            return (at.Span, analysis.Text.Substring(at.Span.Start, at.Span.Length).Trim('`'));
        return null;
    }

    public static RenameResult Rename(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        int offset,
        string newName,
        CancellationToken cancellation
    )
    {
        newName = newName.Trim().Trim('`');
        if (newName.Length == 0 || newName.AsSpan().ContainsAny("`\"\n\r"))
            return RenameResult.Refuse("A name has at least one character, and no quotes or line breaks.");
        if (LabelAt(analysis.Tree, offset) is { } label)
            return RenameLabel(analysis, label, newName);
        var symbols = SymbolSearch.At(analysis, offset).Select(found => found.Symbol).Where(IsNamed).ToList();
        if (symbols.Count == 0)
            return RenameInScene(analysis, offset, newName);
        if (symbols.Any(symbol => symbol.Name == newName))
            return new RenameResult([], null);
        if (Conflict(snapshot, symbols[0], newName) is { } conflict)
            return RenameResult.Refuse(conflict);
        var related = Related(snapshot, symbols);
        var edits = SymbolSearch
            .OccurrencesOf(snapshot, related, cancellation)
            .Select(occurrence => (occurrence.Span.File.Path, SpanOf(occurrence), Written(occurrence, newName)))
            .ToList();
        foreach (
            var kept in related.Select(symbol => KeepLabel(snapshot, symbol)).OfType<(string, int, string)>().Distinct()
        )
            edits.Add((kept.Item1, new TextSpan(kept.Item2, 0), kept.Item3));
        return new RenameResult(edits, null);
    }

    /// <summary>An attribute and those of other classes that tighten it have one name.</summary>
    static List<Symbol> Related(WorkspaceSnapshot snapshot, List<Symbol> symbols)
    {
        var related = new List<Symbol>(symbols);
        foreach (
            var attribute in symbols.OfType<AttributeSymbol>().Where(attribute => attribute.DeclaredIn is not null)
        )
        foreach (var compilation in snapshot.Guidelines().Compilations)
        foreach (var @class in compilation.Guideline.Classes)
        foreach (var own in @class.OwnAttributes)
            if (own.Name == attribute.Name && AreRelated(@class, attribute.DeclaredIn!))
                related.Add(own);
        return related;
    }

    static bool AreRelated(ClassSymbol one, ClassSymbol other) =>
        one.Name == other.Name
        || one.Ancestors.Any(ancestor => ancestor.Name == other.Name)
        || other.Ancestors.Any(ancestor => ancestor.Name == one.Name);

    static bool IsNamed(Symbol symbol) => symbol.NameSpan.Length > 0 && symbol.Name.Length > 0;

    static string? Conflict(WorkspaceSnapshot snapshot, Symbol symbol, string newName)
    {
        foreach (var compilation in snapshot.Guidelines().Compilations)
        {
            var guideline = compilation.Guideline;
            if (!guideline.Files.Any(file => file.Path == symbol.NameSpan.File.Path))
                continue;
            IEnumerable<Symbol> same = symbol switch
            {
                ClassSymbol => guideline.Classes,
                RuleSymbol => guideline.Rules.Where(rule => rule.Origin.Kind == RuleOriginKind.Rule),
                LetSymbol => guideline.Lets,
                SkeletonSymbol => guideline.Skeletons,
                CaseSymbol => guideline.Cases,
                AttributeSymbol { DeclaredIn: { } owner } => guideline
                    .Classes.Where(other => AreRelated(other, owner))
                    .SelectMany(other => other.OwnAttributes),
                AttributeSymbol => guideline.ImageAttributes,
                _ => [],
            };
            if (same.FirstOrDefault(other => other.Name == newName) is { } taken)
                return $"There is already something called {newName} in {Path.GetFileName(taken.NameSpan.File.Path)}.";
        }

        return null;
    }

    static TextSpan SpanOf(Occurrence occurrence) => new(occurrence.Span.Start, occurrence.Span.Length);

    /// <summary>A value that stands in quotes keeps them; everything else is quoted where it must be.</summary>
    static string Written(Occurrence occurrence, string newName) =>
        occurrence.Span.Text.StartsWith('"') ? $"\"{newName}\"" : SyntaxFacts.Quote(newName);

    /// <summary>Where the old name goes as the dataset label, for symbols that had none of their own.</summary>
    static (string, int, string)? KeepLabel(WorkspaceSnapshot snapshot, Symbol symbol)
    {
        var keeps = symbol switch
        {
            ClassSymbol { HasOwnLabel: false, IsAbstract: false } => true,
            AttributeSymbol attribute => attribute.Label == attribute.Name,
            EnumValueSymbol value => value.Label == value.Name,
            _ => false,
        };
        if (!keeps || snapshot.Guidelines().TreeOf(symbol.NameSpan.File.Path) is not { } tree)
            return null;
        var hasLabel = tree.PathAt(symbol.NameSpan.Start)
            .Any(node =>
                node
                    is ClassDeclaration { DatasetLabel: not null }
                        or AttributeMember { DatasetLabel: not null }
                        or EnumValue { DatasetLabel: not null }
            );
        return hasLabel && symbol is not EnumValueSymbol
            ? null
            : (symbol.NameSpan.File.Path, symbol.NameSpan.End, $" \"{symbol.Name}\"");
    }

    static RenameResult RenameInScene(GuidelineAnalysis analysis, int offset, string newName)
    {
        var places = SceneNames.At(analysis.Tree, offset);
        return places.Count == 0
            ? RenameResult.Refuse("There is nothing here that has a name.")
            : new RenameResult(
                [.. places.Select(place => (analysis.Path, place.Span, SyntaxFacts.Quote(newName)))],
                null
            );
    }

    static ClassDeclaration? LabelAt(SyntaxTree tree, int offset) =>
        tree.PathAt(offset).OfType<ClassDeclaration>().FirstOrDefault() is { DatasetLabel: { } label } declaration
        && Inner(tree.SpanOf(label)).Touches(offset)
            ? declaration
            : null;

    static RenameResult RenameLabel(GuidelineAnalysis analysis, ClassDeclaration declaration, string newName)
    {
        var old = declaration.DatasetLabel!.Value;
        if (old == newName)
            return new RenameResult([], null);
        var guideline = analysis.Compilation.Guideline;
        if (guideline.FindClassByLabel(newName) is { } taken && taken.Name != declaration.Name.Value)
            return RenameResult.Refuse($"{taken.Name} is called \"{newName}\" in annotation files already.");
        var since = guideline.Version.Length > 0 ? $" since \"{guideline.Version}\"" : "";
        var replaces = $"replaces \"{old}\"{since}";
        var body = declaration.Body;
        var edits = new List<(string, TextSpan, string)>
        {
            (analysis.Path, Inner(analysis.Tree.SpanOf(declaration.DatasetLabel)), newName),
            body is null
                ? (analysis.Path, new TextSpan(analysis.Tree.SpanOf(declaration).End, 0), $" {{ {replaces} }}")
                : (analysis.Path, new TextSpan(analysis.Tree.SpanOf(body).Start + 1, 0), $"\n  {replaces}"),
        };
        return new RenameResult(edits, null);
    }

    static TextSpan Inner(TextSpan quoted) => new(quoted.Start + 1, Math.Max(quoted.Length - 2, 0));
}
