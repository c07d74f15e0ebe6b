using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Rules;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>Binds <c>test</c> declarations.</summary>
internal sealed partial class TestBinder(
    BindingServices services,
    SceneAttributeBinder attributes,
    RuleList rules,
    CompilationOptions options
)
{
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);

    public List<TestSymbol> Tests { get; } = [];

    /// <summary>Rules that some test names.</summary>
    public HashSet<RuleSymbol> Expected { get; } = [];

    public void Bind(TestDeclaration node, BindingSite site)
    {
        var errors = site.Bag.ErrorCount;
        var scene = new SceneBuilder(services, attributes, site);
        scene.Add(node.Members);
        var built = scene.Build(site.SpanOf(node));
        var expectations = BindExpectations(node, scene, built, site);
        if (!titles.Add(node.Title.Value))
        {
            site.Bag.Report(
                SemanticDiagnostics.DeclaredTwice,
                site.SpanOf(node.Title),
                $"There is a test \"{node.Title.Value}\" already: choose another title, so that reports can tell them apart"
            );
        }
        if (site.Bag.ErrorCount != errors)
        {
            return;
        }
        Tests.Add(
            new TestSymbol(node.Title.Value, TestOrigin.Test, built, site.SpanOf(node.Title), site.SpanOf(node))
            {
                Documentation = Documentation.TextOf(node.Documentation),
                Expectations = expectations,
            }
        );
    }

    private ImmutableArray<Expectation> BindExpectations(
        TestDeclaration node,
        SceneBuilder scene,
        Scene built,
        BindingSite site
    )
    {
        var bound = ImmutableArray.CreateBuilder<Expectation>();
        foreach (var member in node.Members.OfType<ExpectMember>())
        {
            if (Bind(member, scene, built, site) is { } expectation)
            {
                ReportContradiction(expectation, bound, site);
                bound.Add(expectation);
            }
        }
        return bound.DrainToImmutable();
    }

    private Expectation? Bind(ExpectMember node, SceneBuilder scene, Scene built, BindingSite site)
    {
        RuleSymbol? rule = null;
        if (node.Rule is { } name)
        {
            if (name.IsMissing || !BindRule(name, out rule, site))
            {
                return null;
            }
        }
        var places = ImmutableArray.CreateBuilder<ExpectedPlace>(node.Places.Count);
        foreach (var place in node.Places)
        {
            if (BindPlace(place, scene, built, site) is { } bound)
            {
                places.Add(bound);
            }
        }
        return new Expectation(
            (ExpectationKind)(int)node.Kind,
            node.Rule?.Value,
            rule,
            places.DrainToImmutable(),
            site.SpanOf(node)
        );
    }

    /// <summary>A rule, or else a built-in check: codes of checks are known by their form where no catalogue is at hand.</summary>
    private bool BindRule(Name name, out RuleSymbol? rule, BindingSite site)
    {
        rule = rules.Find(name.Value);
        if (rule is not null)
        {
            site.Use(rule, name);
            Expected.Add(rule);
            return true;
        }
        var isCheck = options.KnownChecks is { } checks
            ? checks.Any(check => check.Code == name.Value || check.Name == name.Value)
            : CheckCode().IsMatch(name.Value);
        if (isCheck)
        {
            return true;
        }
        var span = site.SpanOf(name);
        var suggestion = Suggestion.For(
            name.Value,
            rules.Names.Concat((options.KnownChecks ?? []).SelectMany(check => new[] { check.Name, check.Code })),
            span
        );
        if (services.Table.IsIncomplete && suggestion.Name is null)
        {
            return false;
        }
        site.Bag.Report(
            SemanticDiagnostics.UnknownRule,
            span,
            $"There is no rule and no built-in check `{name.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
        return false;
    }

    private static ExpectedPlace? BindPlace(
        Grammar.Syntax.ExpectedPlace node,
        SceneBuilder scene,
        Scene built,
        BindingSite site
    )
    {
        if (node.Name.IsMissing)
        {
            return null;
        }
        var found = scene.Find(node.Name.Value);
        if (node.Frame is { } frame)
        {
            found = [.. found.Where(index => built.Images[built.Annotations[index].ImageIndex].Frame == frame.Value)];
        }
        if (found.Count > 0)
        {
            return new ExpectedPlace(node.Name.Value, [.. found]);
        }
        if (node.Frame is not null && scene.Find(node.Name.Value).Count > 0)
        {
            site.Bag.Report(
                SemanticDiagnostics.UnknownSceneName,
                site.SpanOf(node),
                $"`{node.Name.Value}` has no shape in frame {node.Frame.ToText()}"
            );
        }
        else if (!scene.Names.Contains(node.Name.Value))
        {
            UnknownSceneName.Report(node.Name.Value, site.SpanOf(node.Name), scene.Names, site);
        }
        return null;
    }

    private static void ReportContradiction(
        Expectation expectation,
        ImmutableArray<Expectation>.Builder others,
        BindingSite site
    )
    {
        foreach (var other in others)
        {
            if (
                other.Kind != expectation.Kind
                && (other.RuleName == expectation.RuleName || IsBlanket(other) || IsBlanket(expectation))
                && Overlap(other, expectation)
            )
            {
                site.Bag.Report(
                    SemanticDiagnostics.ContradictoryExpectations,
                    expectation.Span,
                    "This and another line of the test cannot both be: remove one of them",
                    related: [new RelatedPlace(other.Span, "The other expectation")]
                );
                return;
            }
        }
    }

    private static bool IsBlanket(Expectation expectation) =>
        expectation is { Kind: ExpectationKind.Nothing, RuleName: null, At.IsEmpty: true };

    private static bool Overlap(Expectation first, Expectation second)
    {
        if (IsBlanket(first) || IsBlanket(second))
        {
            return true;
        }
        if (first.At.Length != second.At.Length)
        {
            return first.At.IsEmpty && first.Kind == ExpectationKind.Nothing
                || second.At.IsEmpty && second.Kind == ExpectationKind.Nothing;
        }
        for (var i = 0; i < first.At.Length; i++)
        {
            if (
                first.At[i].Name != second.At[i].Name
                || !first.At[i].Annotations.SequenceEqual(second.At[i].Annotations)
            )
            {
                return false;
            }
        }
        return first.At.Length > 0 || first.Kind == ExpectationKind.Nothing || second.Kind == ExpectationKind.Nothing;
    }

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{4}$")]
    private static partial Regex CheckCode();
}
