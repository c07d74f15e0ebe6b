using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Rules;
using LabelSpec.Semantics.Binding.Scenes;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds classes and the attributes of the image, phase by phase, and turns their short forms into rules.</summary>
internal sealed class ClassBinder
{
    private readonly BindingServices services;
    private readonly SceneAttributeBinder sceneAttributes;
    private readonly ClassMemberBinder members;
    private readonly AttributeBinder attributes;
    private readonly LimitBinder limits;
    private readonly LimitLowering limitLowering;
    private readonly PartLowering partLowering;
    private readonly AttributeLowering attributeLowering;

    private readonly List<(
        ClassEntry Entry,
        List<(ClassLimit Limit, Member Member)> Limits,
        ImmutableArray<(PartSymbol Part, PartMember Member)> Parts
    )> stated = [];
    private readonly List<(AttributeMember Node, AttributeSymbol Symbol, BindingSite Site)> imageAttributes = [];

    public ClassBinder(BindingServices services, SceneAttributeBinder sceneAttributes, RuleList rules)
    {
        this.services = services;
        this.sceneAttributes = sceneAttributes;
        var conditions = new ConditionBinder(services.Expressions);
        members = new ClassMemberBinder(services.Table, services.Prose);
        attributes = new AttributeBinder(
            new AttributeTypeBinder(services.Constants, services.ClassSets),
            services.Values,
            services.Prose
        );
        limits = new LimitBinder(services.Constants, services.ClassSets);
        limitLowering = new LimitLowering(services.ClassSets, conditions, rules);
        partLowering = new PartLowering(services.ClassSets, conditions, rules);
        attributeLowering = new AttributeLowering(services.Expressions, services.ClassSets, rules);
    }

    /// <summary>Everything but conditions and examples.</summary>
    /// <returns>The classes with every parent before its children.</returns>
    public List<ClassEntry> BindMembers(IReadOnlyList<(BindingSite Site, Declaration Node)> others)
    {
        var order = new InheritanceBinder(services.Table, services.ClassSets).Bind();
        foreach (var entry in services.Table.Classes)
        {
            members.Bind(entry);
        }
        DuplicateLabels.Report(services.Table);
        foreach (var entry in services.Table.Classes)
        {
            entry.Symbol.OwnAttributes = attributes.Bind(entry.Syntax.Members, entry.Symbol, entry.Site);
        }
        BindImageAttributes(others);
        foreach (var entry in services.Table.Classes)
        {
            var found = new List<(ClassLimit, Member)>();
            limits.Bind(entry, found);
            var parts = limits.BindParts(entry);
            entry.Symbol.Limits = [.. found.Select(limit => limit.Item1)];
            entry.Symbol.Parts = [.. parts.Select(part => part.Part)];
            stated.Add((entry, found, parts));
        }
        foreach (var entry in order)
        {
            Merge(entry);
        }
        return order;
    }

    /// <summary>Conditions, examples, and the rules that short forms stand for.</summary>
    public void Lower(List<ClassEntry> order)
    {
        var parts = stated.SelectMany(item => item.Parts.Select(part => part.Part)).ToList();
        foreach (var (entry, found, ownParts) in stated)
        {
            LowerAttributes(entry);
            limitLowering.Lower(entry, found);
            foreach (var (part, member) in ownParts)
            {
                partLowering.Lower(entry, part, member, parts);
            }
        }
        foreach (var (node, symbol, site) in imageAttributes)
        {
            attributeLowering.Lower(node, symbol, site);
        }
        foreach (var entry in order)
        {
            BindExamples(entry);
        }
    }

    private void BindImageAttributes(IReadOnlyList<(BindingSite Site, Declaration Node)> others)
    {
        var all = ImmutableArray.CreateBuilder<AttributeSymbol>();
        foreach (var (site, node) in others)
        {
            if (node is not ImageDeclaration image)
            {
                continue;
            }
            foreach (var attribute in attributes.Bind(image.Members, null, site))
            {
                if (all.FirstOrDefault(other => other.Name == attribute.Name) is { } first)
                {
                    site.Bag.Report(
                        SemanticDiagnostics.DeclaredTwice,
                        attribute.NameSpan,
                        $"Images have an attribute `{attribute.Name}` already: every name has one owner",
                        related: [new RelatedPlace(first.NameSpan, $"`{first.Name}` is declared here")]
                    );
                    continue;
                }
                all.Add(attribute);
                imageAttributes.Add((NodeOf(attribute, image.Members, site), attribute, site));
            }
        }
        services.Table.ImageAttributes = all.DrainToImmutable();
    }

    private static void Merge(ClassEntry entry)
    {
        var symbol = entry.Symbol;
        var hasOwnShapes = !symbol.Shapes.IsEmpty;
        MemberInheritance.MergeShapes(symbol);
        MemberInheritance.MergeAttributes(symbol);
        InheritanceCheck.Check(entry, hasOwnShapes);
        MemberInheritance.MergeLimits(symbol);
        if (symbol.Color is null)
        {
            symbol.Color = symbol.Parents.Select(parent => parent.Color).FirstOrDefault(color => color is not null);
        }
    }

    private void LowerAttributes(ClassEntry entry)
    {
        foreach (var attribute in entry.Symbol.OwnAttributes)
        {
            attributeLowering.Lower(NodeOf(attribute, entry.Syntax.Members, entry.Site), attribute, entry.Site);
        }
    }

    private void BindExamples(ClassEntry entry)
    {
        var (symbol, syntax, site) = entry;
        (symbol.Examples, symbol.Counterexamples) = services.Examples.Bind(
            syntax.Members,
            symbol,
            sceneAttributes,
            site
        );
        symbol.Questions = services.Questions.Bind(syntax.Members, symbol.ConcreteDescendants, site);
        foreach (var attribute in symbol.OwnAttributes)
        {
            var body = NodeOf(attribute, syntax.Members, site).Body?.Members ?? [];
            (attribute.Examples, attribute.Counterexamples) = services.Examples.Bind(
                body,
                symbol,
                sceneAttributes,
                site
            );
        }
    }

    private static AttributeMember NodeOf(AttributeSymbol attribute, IReadOnlyList<Member> members, BindingSite site)
    {
        foreach (var member in members)
        {
            if (
                member is AttributeMember node
                && node.Name.Value == attribute.Name
                && site.SpanOf(node.Name) == attribute.NameSpan
            )
            {
                return node;
            }
        }
        throw new InvalidOperationException($"`{attribute.Name}` was bound from another block.");
    }
}
