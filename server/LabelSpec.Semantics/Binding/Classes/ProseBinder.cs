using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds <c>include</c>, <c>exclude</c>, <c>replaces</c> and <c>deprecated</c>, which name classes and versions.</summary>
internal sealed class ProseBinder(ClassSetBinder classSets, VersionChecker versions)
{
    public (ImmutableArray<Inclusion>, ImmutableArray<Exclusion>) BindInclusions(
        IReadOnlyList<Member> members,
        BindingSite site
    )
    {
        var includes = ImmutableArray.CreateBuilder<Inclusion>(0);
        var excludes = ImmutableArray.CreateBuilder<Exclusion>(0);
        foreach (var member in members)
        {
            if (member is IncludeMember include)
            {
                includes.AddRange(include.Texts.Select(text => new Inclusion(text.Value, site.SpanOf(text))));
            }
            else if (member is ExcludeMember exclude)
            {
                var use = exclude.Use is null ? null : BindUse(exclude.Use, site);
                excludes.AddRange(exclude.Texts.Select(text => new Exclusion(text.Value, use, site.SpanOf(exclude))));
            }
        }
        return (includes.DrainToImmutable(), excludes.DrainToImmutable());
    }

    /// <summary>A class that annotators are told to use: it must be one that annotations can have.</summary>
    public ClassSymbol? BindUse(Name name, BindingSite site)
    {
        if (classSets.BindClass(name, site) is not { } symbol)
        {
            return null;
        }
        ReportUnusable(symbol, site.SpanOf(name), site);
        return symbol;
    }

    /// <summary>Says so where annotations cannot, or should not, have a class.</summary>
    public static void ReportUnusable(ClassSymbol symbol, Sources.SourceSpan span, BindingSite site)
    {
        if (symbol.IsAbstract)
        {
            var children = symbol.ConcreteDescendants.Select(child => child.Name).ToArray();
            site.Bag.Report(
                SemanticDiagnostics.AbstractClassUsed,
                span,
                $"`{symbol.Name}` is abstract, so no annotation can have it"
                    + (children.Length == 0 ? "" : $": write {TypeText.Choices(children)}"),
                related: [new RelatedPlace(symbol.NameSpan, $"`{symbol.Name}` is declared here")]
            );
        }
        else if (symbol.Deprecated is { } deprecated)
        {
            site.Bag.Report(
                SemanticDiagnostics.DeprecatedClassUsed,
                span,
                $"`{symbol.Name}` is deprecated"
                    + (deprecated.Why is null ? "" : $" ({deprecated.Why})")
                    + (deprecated.Use is null ? "" : $": write `{deprecated.Use.Name}`"),
                deprecated.Use is null
                    ? []
                    :
                    [
                        new SpecFix(
                            $"Change to `{deprecated.Use.Name}`",
                            [new SpecTextEdit(span, deprecated.Use.Name)]
                        ),
                    ],
                tags: DiagnosticTags.Deprecated
            );
        }
    }

    public Deprecation BindDeprecation(DeprecatedMember node, ClassSymbol owner, BindingSite site)
    {
        var use = node.Use is null ? null : classSets.BindClass(node.Use, site);
        if (use is not null && (use == owner || use.IsAbstract))
        {
            site.Bag.Report(
                SemanticDiagnostics.AbstractClassUsed,
                site.SpanOf(node.Use!),
                use == owner
                    ? $"`{owner.Name}` cannot stand in for itself: name another class"
                    : $"`{use.Name}` is abstract, so no annotation can have it"
            );
            use = null;
        }
        return new Deprecation(node.Reason?.Value, use, site.SpanOf(node));
    }

    public void AddReplaced(ReplacesMember node, ImmutableArray<ReplacedLabel>.Builder replaced, BindingSite site)
    {
        var since = versions.Check(node.Since, site);
        replaced.AddRange(node.Names.Select(name => new ReplacedLabel(name.Value, since, site.SpanOf(name))));
    }
}
