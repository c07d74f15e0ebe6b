using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Analysis;

/// <summary>Finds what a guideline declares and never uses, explains or tests.</summary>
internal static class GuidelineUsage
{
    public static void Report(
        Guideline guideline,
        DeclarationTable table,
        IReadOnlyList<(BindingSite Site, Declaration Node)> others,
        HashSet<RuleSymbol> tested,
        IReadOnlyList<(FileUnit Importer, ImportDeclaration Import, FileUnit Imported)> imports,
        IndexBuilder index,
        DiagnosticBag bag
    )
    {
        ReportLets(table, index, bag);
        foreach (var symbol in guideline.Classes)
        {
            ReportClass(symbol, guideline, bag);
            ReportValues(symbol.OwnAttributes, index, bag);
        }
        ReportValues(guideline.ImageAttributes, index, bag);
        ReportTests(guideline, others, tested, bag);
        ReportImports(imports, index, bag);
    }

    private static void ReportLets(DeclarationTable table, IndexBuilder index, DiagnosticBag bag)
    {
        foreach (var let in table.Lets.Values)
        {
            if (!index.IsUsed(let.Symbol))
            {
                bag.Report(
                    SemanticDiagnostics.UnusedLet,
                    let.Symbol.NameSpan,
                    $"Nothing uses `{let.Symbol.Name}`: remove it, or use it in a rule",
                    [new SpecFix($"Remove `{let.Symbol.Name}`", [new SpecTextEdit(let.Symbol.Span, "")])],
                    tags: DiagnosticTags.Unnecessary
                );
            }
        }
    }

    private static void ReportClass(ClassSymbol symbol, Guideline guideline, DiagnosticBag bag)
    {
        if (symbol.IsAbstract && symbol.ConcreteDescendants.IsEmpty && !IsLibrary(symbol.NameSpan.File, guideline))
        {
            bag.Report(
                SemanticDiagnostics.AbstractWithoutChildren,
                symbol.NameSpan,
                $"No annotation can be a `{symbol.Name}`: extend it by a class, or remove `abstract`"
            );
        }
        if (
            symbol is { Documentation: null, IsIgnore: false, Deprecated: null }
            && symbol.Includes.IsEmpty
            && symbol.Excludes.IsEmpty
            && symbol.Examples.IsEmpty
            && symbol.Counterexamples.IsEmpty
        )
        {
            bag.Report(
                SemanticDiagnostics.UndescribedClass,
                symbol.NameSpan,
                $"Nothing says what a `{symbol.Name}` is: write `/// …` above it, or `include`, `exclude` or `example` in it"
            );
        }
    }

    /// <summary>Whether a file is there to be imported: others use its classes, or it has no concrete ones.</summary>
    private static bool IsLibrary(SourceFile file, Guideline guideline) =>
        file != guideline.Files[0]
        || guideline.Classes.All(symbol => symbol.IsAbstract || symbol.NameSpan.File != file);

    /// <summary>A value is explained by its own words, those of its attribute, those of the class that mention it, or by being used.</summary>
    private static void ReportValues(IReadOnlyList<AttributeSymbol> attributes, IndexBuilder index, DiagnosticBag bag)
    {
        foreach (var attribute in attributes)
        {
            var values = attribute.Type switch
            {
                EnumAttributeType type => type.Values,
                SetAttributeType type => type.Values,
                _ => [],
            };
            if (
                values.IsEmpty
                || attribute.Documentation is not null
                || !attribute.Includes.IsEmpty
                || !attribute.Excludes.IsEmpty
                || !attribute.Examples.IsEmpty
            )
            {
                continue;
            }
            foreach (var value in values)
            {
                if (value.Documentation is null && !index.IsUsed(value) && !IsMentioned(value, attribute.DeclaredIn))
                {
                    bag.Report(
                        SemanticDiagnostics.UnexplainedValue,
                        value.NameSpan,
                        $"No rule and no prose mentions `{value.Name}`: say what it means, with `/// …` above `{attribute.Name}` or above the value"
                    );
                }
            }
        }
    }

    /// <summary>"A person who is standing or walking" says what `standing` is.</summary>
    private static bool IsMentioned(EnumValueSymbol value, ClassSymbol? owner) =>
        owner is not null
        && owner
            .Includes.Select(include => include.Text)
            .Concat(owner.Excludes.Select(exclude => exclude.Text))
            .Append(owner.Documentation ?? "")
            .Any(prose => HasWord(prose, value.Name) || HasWord(prose, value.Label));

    private static bool HasWord(string prose, string word)
    {
        for (
            var at = prose.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = prose.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (
                (at == 0 || !IsPart(prose[at - 1]))
                && (at + word.Length == prose.Length || !IsPart(prose[at + word.Length]))
            )
            {
                return true;
            }
        }
        return false;

        static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
    }

    private static void ReportTests(
        Guideline guideline,
        IReadOnlyList<(BindingSite Site, Declaration Node)> others,
        HashSet<RuleSymbol> tested,
        DiagnosticBag bag
    )
    {
        // One word is enough for an author who has not begun with tests.
        var hasTests = others.Any(item => item.Node is TestDeclaration);
        var isFirst = true;
        foreach (var rule in guideline.Rules)
        {
            if (rule.Origin.Kind != RuleOriginKind.Rule || tested.Contains(rule) || !(hasTests || isFirst))
            {
                continue;
            }
            isFirst = false;
            bag.Report(
                SemanticDiagnostics.UntestedRule,
                rule.NameSpan,
                hasTests
                    ? $"No test expects `{rule.Name}`: write a scene that violates it, with `expect {rule.Name}`"
                    : $"No rule has a test: write `test \"…\" {{ … expect {rule.Name} }}`"
            );
        }
    }

    /// <summary>An import is used when something of the file, or of a file behind it, is named elsewhere; or when it brings rules or checks.</summary>
    private static void ReportImports(
        IReadOnlyList<(FileUnit Importer, ImportDeclaration Import, FileUnit Imported)> imports,
        IndexBuilder index,
        DiagnosticBag bag
    )
    {
        if (imports.Count == 0)
        {
            return;
        }
        var used = new HashSet<(SourceFile User, SourceFile Owner)>();
        foreach (var occurrence in index.Occurrences)
        {
            if (!occurrence.IsDeclaration && occurrence.Span.File != occurrence.Symbol.NameSpan.File)
            {
                used.Add((occurrence.Span.File, occurrence.Symbol.NameSpan.File));
            }
        }
        foreach (var (importer, import, imported) in imports)
        {
            if (ActsByItself(imported, imports, []) || Reaches(importer.File, imported, imports, used, []))
            {
                continue;
            }
            var span = importer.SpanOf(import);
            bag.Report(
                SemanticDiagnostics.UnusedImport,
                span,
                $"Nothing here uses \"{import.Path.Value}\", and it has no rules of its own",
                [new SpecFix("Remove the import", [new SpecTextEdit(span, "")])],
                tags: DiagnosticTags.Unnecessary
            );
        }
    }

    private static bool ActsByItself(
        FileUnit file,
        IReadOnlyList<(FileUnit Importer, ImportDeclaration Import, FileUnit Imported)> imports,
        HashSet<FileUnit> seen
    ) =>
        seen.Add(file)
        && (
            file.Tree.Declarations.Any(node =>
                node
                    is not (
                        GuidelineDeclaration
                        or ImportDeclaration
                        or LetDeclaration
                        or SkeletonDeclaration
                        or ClassDeclaration { IsAbstract: true }
                    )
            ) || imports.Any(item => item.Importer == file && ActsByItself(item.Imported, imports, seen))
        );

    private static bool Reaches(
        SourceFile user,
        FileUnit file,
        IReadOnlyList<(FileUnit Importer, ImportDeclaration Import, FileUnit Imported)> imports,
        HashSet<(SourceFile User, SourceFile Owner)> used,
        HashSet<FileUnit> seen
    ) =>
        seen.Add(file)
        && (
            used.Contains((user, file.File))
            || imports.Any(item => item.Importer == file && Reaches(user, item.Imported, imports, used, seen))
        );
}
