using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds attributes without their conditions, which may speak of other attributes and so come later.</summary>
internal sealed class AttributeBinder(AttributeTypeBinder types, AttributeValueBinder values, ProseBinder prose)
{
    /// <param name="owner">The class, or null for the image.</param>
    public ImmutableArray<AttributeSymbol> Bind(IReadOnlyList<Member> members, ClassSymbol? owner, BindingSite site)
    {
        var attributes = ImmutableArray.CreateBuilder<AttributeSymbol>(0);
        foreach (var member in members)
        {
            if (member is not AttributeMember { Name.IsMissing: false } node)
            {
                continue;
            }
            var attribute = Bind(node, owner, site);
            if (attributes.FirstOrDefault(other => other.Name == attribute.Name) is { } first)
            {
                site.Bag.Report(
                    SemanticDiagnostics.DeclaredTwice,
                    attribute.NameSpan,
                    $"There is an attribute `{attribute.Name}` already: choose another name, or remove one of the two",
                    related: [new RelatedPlace(first.NameSpan, $"`{first.Name}` is declared here")]
                );
                continue;
            }
            ReportHidden(attribute, owner, site);
            attributes.Add(attribute);
        }
        return attributes.DrainToImmutable();
    }

    private AttributeSymbol Bind(AttributeMember node, ClassSymbol? owner, BindingSite site)
    {
        var type = types.Bind(node.Type, site);
        var (includes, excludes) = prose.BindInclusions(node.Body?.Members ?? [], site);
        var @default = Modifier(node, AttributeModifierKind.Default)?.Argument;
        var symbol = new AttributeSymbol(node.Name.Value, type, site.SpanOf(node.Name), site.SpanOf(node))
        {
            Documentation = Documentation.TextOf(node.Documentation),
            Label = node.DatasetLabel?.Value ?? node.Name.Value,
            DeclaredIn = owner,
            Self = owner is null
                ? null
                : new VariableSymbol("self", new AnnotationType(owner.ConcreteDescendants), owner.NameSpan),
            IsRequired = Modifier(node, AttributeModifierKind.Required) is not null,
            IsConstant = Modifier(node, AttributeModifierKind.Constant) is not null,
            Default = @default is null ? null : values.Bind(@default, node.Name.Value, type, site),
            Includes = includes,
            Excludes = excludes,
        };
        site.Index?.Declare(symbol);
        ReportConflicts(node, symbol, site);
        return symbol;
    }

    private static AttributeModifier? Modifier(AttributeMember node, AttributeModifierKind kind)
    {
        foreach (var modifier in node.Modifiers)
        {
            if (modifier.Kind == kind)
            {
                return modifier;
            }
        }
        return null;
    }

    private static void ReportConflicts(AttributeMember node, AttributeSymbol symbol, BindingSite site)
    {
        var seen = new HashSet<AttributeModifierKind>();
        foreach (var modifier in node.Modifiers)
        {
            if (!seen.Add(modifier.Kind))
            {
                site.Bag.Report(
                    SemanticDiagnostics.MemberGivenTwice,
                    site.SpanOf(modifier),
                    $"`{TypeText.Quote(modifier)}` stands here for the second time: join the conditions by `and` or `or`, or remove one"
                );
            }
        }
        var required =
            Modifier(node, AttributeModifierKind.Required) ?? Modifier(node, AttributeModifierKind.RequiredWhen);
        if (required is not null && seen.Contains(AttributeModifierKind.Default))
        {
            site.Bag.Report(
                SemanticDiagnostics.RequiredWithDefault,
                site.SpanOf(required),
                $"`{symbol.Name}` has a default, so it is never missing: remove `required`, or remove the default",
                tags: DiagnosticTags.Unnecessary
            );
        }
        if (symbol.IsRequired && seen.Contains(AttributeModifierKind.RequiredWhen))
        {
            site.Bag.Report(
                SemanticDiagnostics.ConflictingClauses,
                site.SpanOf(Modifier(node, AttributeModifierKind.RequiredWhen)!),
                $"`{symbol.Name}` is always required, so the condition changes nothing: remove one of the two"
            );
        }
        if (symbol.IsRequired && seen.Contains(AttributeModifierKind.OnlyWhen))
        {
            site.Bag.Report(
                SemanticDiagnostics.ConflictingClauses,
                site.SpanOf(Modifier(node, AttributeModifierKind.OnlyWhen)!),
                $"`{symbol.Name}` is always required, and here it is forbidden unless a condition holds: write `required when` with the same condition"
            );
        }
    }

    private static void ReportHidden(AttributeSymbol attribute, ClassSymbol? owner, BindingSite site)
    {
        var isHidden = owner is null
            ? ImageMembers.All.Any(member => member.Name == attribute.Name)
            : AnnotationMembers.All.Any(member => member.Name == attribute.Name);
        if (isHidden)
        {
            site.Bag.Report(
                SemanticDiagnostics.HiddenMember,
                attribute.NameSpan,
                $"Every {(owner is null ? "image" : "annotation")} has a built-in `{attribute.Name}`, which this attribute hides: choose another name, perhaps with the old one as dataset label: `attribute my_{attribute.Name} \"{attribute.Label}\": …`"
            );
        }
    }
}
