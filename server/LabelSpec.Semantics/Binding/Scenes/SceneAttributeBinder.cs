using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Classes;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>Binds <c>{ helmet = yes, score = 0.9 }</c> of annotations and images.</summary>
internal sealed class SceneAttributeBinder(AttributeValueBinder values)
{
    public (
        ImmutableDictionary<string, AttributeValue> Attributes,
        ImmutableDictionary<AnnotationMember, AttributeValue> Members
    ) Bind(IReadOnlyList<Member> nodes, ClassSymbol owner, BindingSite site)
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, AttributeValue>(StringComparer.Ordinal);
        var members = ImmutableDictionary.CreateBuilder<AnnotationMember, AttributeValue>();
        foreach (var node in nodes)
        {
            if (node is not AssignmentMember { Name.IsMissing: false } assignment)
            {
                continue;
            }
            var name = assignment.Name.Value;
            if (owner.FindAttribute(name) is { } attribute)
            {
                site.Use(attribute, assignment.Name);
                Add(assignment, attribute, attributes, site);
            }
            else if (SceneMembers.Find(name) is { } member)
            {
                if (BindMember(assignment, member, site) is { } value)
                {
                    members[member.Member] = value;
                }
            }
            else
            {
                ReportUnknown(
                    assignment,
                    $"A `{owner.Name}`",
                    owner.Attributes,
                    SceneMembers.All.Select(known => known.Name),
                    site
                );
            }
        }
        return (attributes.ToImmutable(), members.ToImmutable());
    }

    public (ImmutableDictionary<string, AttributeValue> Attributes, ImmutableArray<string> Tags) BindImage(
        IReadOnlyList<Member> nodes,
        ImmutableArray<AttributeSymbol> declared,
        BindingSite site
    )
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, AttributeValue>(StringComparer.Ordinal);
        ImmutableArray<string> tags = [];
        foreach (var node in nodes)
        {
            if (node is not AssignmentMember { Name.IsMissing: false } assignment)
            {
                continue;
            }
            var name = assignment.Name.Value;
            if (declared.FirstOrDefault(known => known.Name == name) is { } attribute)
            {
                site.Use(attribute, assignment.Name);
                Add(assignment, attribute, attributes, site);
            }
            else if (name == SceneMembers.ImageTags)
            {
                tags = BindTags(assignment.Value);
            }
            else
            {
                ReportUnknown(assignment, "An image", declared, [SceneMembers.ImageTags], site);
            }
        }
        return (attributes.ToImmutable(), tags);
    }

    private void Add(
        AssignmentMember node,
        AttributeSymbol attribute,
        ImmutableDictionary<string, AttributeValue>.Builder attributes,
        BindingSite site
    )
    {
        if (attributes.ContainsKey(attribute.Name))
        {
            site.Bag.Report(
                SemanticDiagnostics.MemberGivenTwice,
                site.SpanOf(node),
                $"`{attribute.Name}` is given already: remove one of the two"
            );
            return;
        }
        if (values.Bind(node.Value, attribute.Name, attribute.Type, site) is { } value)
        {
            attributes.Add(attribute.Name, value);
        }
    }

    private AttributeValue? BindMember(
        AssignmentMember node,
        (string Name, AnnotationMember Member, AttributeType Type) member,
        BindingSite site
    ) =>
        member.Member == AnnotationMember.Id
        && Syntaxes.WithoutParentheses(node.Value) is NumberLiteral { Unit: Grammar.Syntax.Unit.None } number
            ? new NumberValue(number.Value)
            : values.Bind(node.Value, member.Name, member.Type, site);

    private static ImmutableArray<string> BindTags(Expression node)
    {
        var items = Syntaxes.WithoutParentheses(node) is SetExpression set ? set.Items : [node];
        return
        [
            .. items.Select(item =>
                Syntaxes.WithoutParentheses(item) switch
                {
                    StringLiteral literal => literal.Value,
                    NameExpression name => name.Name.Value,
                    var other => other.ToText(),
                }
            ),
        ];
    }

    private static void ReportUnknown(
        AssignmentMember node,
        string owner,
        ImmutableArray<AttributeSymbol> attributes,
        IEnumerable<string> members,
        BindingSite site
    )
    {
        var span = site.SpanOf(node.Name);
        var suggestion = Suggestion.For(
            node.Name.Value,
            attributes.Select(attribute => attribute.Name).Concat(members),
            span
        );
        site.Bag.Report(
            SemanticDiagnostics.UnknownMember,
            span,
            $"{owner} has no attribute `{node.Name.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
    }
}
