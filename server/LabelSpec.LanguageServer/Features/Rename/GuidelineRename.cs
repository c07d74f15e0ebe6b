using LabelSpec.Engine.Migration;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>
/// Gives symbols other names, in every file. What annotation files call a class, an attribute or a value does not change
/// by this: the old name stays behind as the dataset label, so that data that was right stays right. Renaming a label
/// itself changes what files are to say; of a class it notes the old one under `replaces`.
/// </summary>
static class GuidelineRename
{
    const string BadName = "A name has at least one character, and no quotes or line breaks.";

    /// <summary>What would be renamed at an offset; null where nothing can be.</summary>
    public static (TextSpan Span, string Name)? Prepare(GuidelineAnalysis analysis, int offset)
    {
        if (DataLabel.At(analysis.Tree, offset) is { } label)
            return (label.Span, label.Text);
        if (SymbolSearch.At(analysis, offset) is [var occurrence, ..])
            return IsNamed(occurrence.Symbol)
                ? (new TextSpan(occurrence.Span.Start, occurrence.Span.Length), occurrence.Symbol.Name)
                : null;
        var scene = SceneNames.At(analysis.Tree, offset);
        if (scene.FirstOrDefault(place => place.Span.Touches(offset)) is { Span.Length: > 0 } at)
            return (at.Span, analysis.Text.Substring(at.Span.Start, at.Span.Length).Trim('`'));
        return null;
    }

    /// <param name="migrates">
    /// Whether somebody will be asked to change data too. Then a class that had no label of its own takes the new name as its label,
    /// and keeps the old one as an alias, so that data is right before and after.
    /// </param>
    public static RenameResult Rename(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        int offset,
        string newName,
        CancellationToken cancellation,
        bool migrates = false
    )
    {
        newName = newName.Trim().Trim('`');
        if (newName.Length == 0 || newName.AsSpan().ContainsAny("`\"\n\r"))
            return RenameResult.Refuse(BadName);
        if (DataLabel.At(analysis.Tree, offset) is { } label)
            return LabelRename.Of(snapshot, analysis, label, newName);
        var symbols = SymbolSearch.At(analysis, offset).Select(found => found.Symbol).Where(IsNamed).ToList();
        return symbols.Count == 0
            ? RenameInScene(analysis, offset, newName)
            : RenameSymbols(snapshot, symbols, newName, cancellation, migrates);
    }

    /// <summary>The rule that a project file names at an offset.</summary>
    public static RenameResult RenameRule(
        WorkspaceSnapshot snapshot,
        ProjectContent content,
        int offset,
        string newName,
        CancellationToken cancellation
    )
    {
        newName = newName.Trim().Trim('`', '"');
        if (newName.Length == 0 || newName.AsSpan().ContainsAny("`\"\n\r"))
            return RenameResult.Refuse(BadName);
        return ProjectRules.At(snapshot, content, offset)?.Rules.Where(IsNamed).ToList<Symbol>() is { Count: > 0 } rules
            ? RenameSymbols(snapshot, rules, newName, cancellation)
            : RenameResult.Refuse("There is no rule of a guideline here.");
    }

    static RenameResult RenameSymbols(
        WorkspaceSnapshot snapshot,
        List<Symbol> symbols,
        string newName,
        CancellationToken cancellation,
        bool migrates = false
    )
    {
        if (symbols.Any(symbol => symbol.Name == newName))
            return new RenameResult([], null);
        if (Conflict(snapshot, symbols[0], newName) is { } conflict)
            return RenameResult.Refuse(conflict);
        var related = Related(snapshot, symbols);
        var edits = SymbolSearch
            .OccurrencesOf(snapshot, related, cancellation)
            .Select(occurrence => (occurrence.Span.File.Path, SpanOf(occurrence), Written(occurrence, newName)))
            .Concat(RenamedRules.Edits(snapshot, related, newName, cancellation))
            .ToList();
        if (
            migrates
            && symbols is [ClassSymbol { HasOwnLabel: false, IsAbstract: false } @class]
            && AliasFor(snapshot, @class) is { } alias
        )
            return new RenameResult([.. edits, alias], null)
            {
                Data = [new LabelChange.OfClass(@class.Label, newName)],
            };
        foreach (
            var kept in related.Select(symbol => KeepLabel(snapshot, symbol)).OfType<(string, int, string)>().Distinct()
        )
            edits.Add((kept.Item1, new TextSpan(kept.Item2, 0), kept.Item3));
        return new RenameResult(edits, null);
    }

    /// <summary>An attribute and those of other classes that tighten it have one name.</summary>
    internal static List<Symbol> Related(WorkspaceSnapshot snapshot, List<Symbol> symbols)
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

    /// <summary>Rules that a class or an attribute brings along have no name of their own.</summary>
    static bool IsNamed(Symbol symbol) =>
        symbol.NameSpan.Length > 0
        && symbol.Name.Length > 0
        && symbol is not RuleSymbol { Origin.Kind: not RuleOriginKind.Rule };

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
                EnumValueSymbol value => guideline
                    .Classes.SelectMany(other => other.OwnAttributes)
                    .Concat(guideline.ImageAttributes)
                    .Select(attribute => ExpressionTypes.ValuesOf(attribute).ToList())
                    .Where(values => values.Contains(value))
                    .SelectMany(values => values),
                KeypointSymbol point => guideline
                    .Skeletons.Where(skeleton => skeleton.Points.Contains(point))
                    .SelectMany(skeleton => skeleton.Points),
                _ => [],
            };
            if (same.FirstOrDefault(other => other.Name == newName) is { } taken)
                return $"There is already something called {newName} in {Path.GetFileName(taken.NameSpan.File.Path)}.";
        }

        return
            symbol is VariableSymbol variable
            && snapshot.Guidelines().TreeOf(variable.NameSpan.File.Path) is { } tree
            && NamesInScope.Has(tree, variable.NameSpan.Start, newName)
            ? $"{newName} means something else here."
            : null;
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
        if (places.Count == 0)
            return RenameResult.Refuse("There is nothing here that has a name.");
        return SceneNames.Around(analysis.Tree, offset).Contains(newName)
            ? RenameResult.Refuse($"There is already something called {newName} in this test.")
            : new RenameResult(
                [.. places.Select(place => (analysis.Path, place.Span, SyntaxFacts.Quote(newName)))],
                null
            );
    }

    /// <summary>The old name as an alias in the body of the class.</summary>
    static (string, TextSpan, string)? AliasFor(WorkspaceSnapshot snapshot, ClassSymbol symbol)
    {
        var path = symbol.NameSpan.File.Path;
        if (
            snapshot.Guidelines().TreeOf(path) is not { } tree
            || tree.PathAt(symbol.NameSpan.Start).OfType<ClassDeclaration>().FirstOrDefault() is not { } declaration
        )
            return null;
        var alias = $"alias \"{symbol.Name}\"";
        return declaration.Body is { } body
            ? (path, new TextSpan(tree.SpanOf(body).Start + 1, 0), NewMember.First(tree, body) + alias)
            : (path, new TextSpan(tree.SpanOf(declaration).End, 0), $" {{ {alias} }}");
    }
}
