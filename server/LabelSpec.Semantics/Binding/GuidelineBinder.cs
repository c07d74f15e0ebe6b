using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Declarations;
using LabelSpec.Semantics.Binding.Rules;
using LabelSpec.Semantics.Binding.Scenes;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Binding;

/// <summary>Runs the phases of binding, each of which may rely on all that the earlier ones found.</summary>
internal sealed class GuidelineBinder
{
    private readonly DiagnosticBag bag = new();
    private readonly IndexBuilder index = new();
    private readonly DeclarationTable table = new();
    private readonly RuleList rules = new();
    private readonly BindingServices services;
    private readonly ClassBinder classes;
    private readonly OverlapBinder overlaps;
    private readonly DistinguishBinder distinctions;
    private readonly CaseBinder cases;
    private readonly CheckBinder checks;
    private readonly QualityBinder quality;
    private readonly RuleDeclarationBinder ruleDeclarations;
    private readonly TestBinder tests;

    private GuidelineBinder(CompilationOptions options)
    {
        services = new BindingServices(table);
        var sceneAttributes = new SceneAttributeBinder(services.Values);
        classes = new ClassBinder(services, sceneAttributes, rules);
        overlaps = new OverlapBinder(services, rules);
        distinctions = new DistinguishBinder(services, rules);
        cases = new CaseBinder(services);
        checks = new CheckBinder(services, options);
        quality = new QualityBinder(services);
        ruleDeclarations = new RuleDeclarationBinder(services, rules);
        tests = new TestBinder(services, sceneAttributes, rules, options);
    }

    public static Compilation Bind(string path, SyntaxTree entry, IGuidelineFiles files, CompilationOptions options) =>
        new GuidelineBinder(options).Bind(path, entry, files);

    private Compilation Bind(string path, SyntaxTree entry, IGuidelineFiles files)
    {
        var loader = new ImportLoader(files, bag);
        var units = loader.Load(path, entry);
        table.IsIncomplete = loader.IsIncomplete;
        var header = new HeaderBinder(services.Versions);
        var collector = new DeclarationCollector(table, bag, index);
        for (var i = 0; i < units.Count; i++)
        {
            header.Bind(new BindingSite(units[i], bag, index), isEntry: i == 0);
            collector.Collect(units[i]);
        }
        var order = classes.BindMembers(collector.Others);
        classes.Lower(order);
        foreach (var let in table.Lets.Values)
        {
            services.Expressions.Lets.BindAlone(let);
        }
        foreach (var (site, node) in collector.Others)
        {
            Bind(node, site);
        }
        foreach (var (site, node) in collector.Others)
        {
            if (node is TestDeclaration test)
            {
                tests.Bind(test, site);
            }
        }
        foreach (var entryOf in table.Classes)
        {
            ExampleTests.Add(entryOf.Symbol, tests.Tests);
        }
        var guideline = Build(units, header);
        GuidelineUsage.Report(guideline, table, collector.Others, tests.Expected, loader.Imports, index, bag);
        AddSyntaxDiagnostics(units);
        var ordered = bag.ToOrdered(guideline.Files);
        return new Compilation(guideline, ordered, new SymbolIndex(index, guideline));
    }

    private void Bind(Declaration node, BindingSite site)
    {
        switch (node)
        {
            case RuleDeclaration rule:
                ruleDeclarations.Bind(rule, [], site);
                break;
            case WhenDeclaration block:
                ruleDeclarations.Bind(block, [], site);
                break;
            case OverlapDeclaration overlap:
                overlaps.Bind(overlap, site);
                break;
            case DistinguishDeclaration distinguish:
                distinctions.Bind(distinguish, site);
                break;
            case CaseDeclaration edgeCase:
                cases.Bind(edgeCase, site);
                break;
            case CheckDeclaration check:
                checks.Bind(check, site);
                break;
            case QualityDeclaration gates:
                quality.Bind(gates, site);
                break;
            default:
                break;
        }
    }

    private Guideline Build(IReadOnlyList<FileUnit> units, HeaderBinder header) =>
        new([.. table.Classes.Select(entry => entry.Symbol)])
        {
            Name = header.Header?.Name.Value ?? "",
            Version = header.Header?.Version?.Value ?? "",
            Title = header.Title,
            Owner = header.Owner,
            Language = header.Language,
            Documentation = Documentation.TextOf(header.Header?.Documentation),
            Files = [.. units.Select(unit => unit.File)],
            Skeletons = [.. table.Skeletons.Values],
            Lets = [.. table.Lets.Values.Select(let => let.Symbol)],
            Rules = [.. rules.Rules],
            Checks = [.. checks.Checks],
            ImageAttributes = table.ImageAttributes,
            Overlaps = [.. overlaps.Overlaps],
            Distinctions = [.. distinctions.Distinctions],
            Cases = [.. cases.Cases],
            Tests = [.. tests.Tests],
            Quality = quality.Quality,
        };

    private void AddSyntaxDiagnostics(IReadOnlyList<FileUnit> units)
    {
        foreach (var unit in units)
        {
            foreach (var diagnostic in unit.Tree.Diagnostics)
            {
                bag.Report(
                    diagnostic.Descriptor,
                    new SourceSpan(unit.File, diagnostic.Span.Start, diagnostic.Span.Length),
                    diagnostic.Message,
                    diagnostic.Fix is null ? [] : [Convert(diagnostic.Fix, unit.File)]
                );
            }
        }
    }

    private static SpecFix Convert(Grammar.Diagnostics.CodeFix fix, SourceFile file) =>
        new(
            fix.Title,
            [
                .. fix.Edits.Select(edit => new SpecTextEdit(
                    new SourceSpan(file, edit.Span.Start, edit.Span.Length),
                    edit.NewText
                )),
            ]
        );
}
