using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds what a class says about itself without expressions: labels, id, colour, shapes, prose.</summary>
internal sealed class ClassMemberBinder(DeclarationTable table, ProseBinder prose)
{
    public void Bind(ClassEntry entry)
    {
        var (symbol, syntax, site) = entry;
        var aliases = ImmutableArray.CreateBuilder<ClassAlias>(0);
        var replaced = ImmutableArray.CreateBuilder<ReplacedLabel>(0);
        var shapes = ImmutableArray.CreateBuilder<AllowedShape>(0);
        var given = new Dictionary<Type, Member>();
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case IdMember id when Once(id, "id", given, site):
                    symbol.Id = BindId(id, site);
                    break;
                case ColorMember color when Once(color, "color", given, site):
                    symbol.Color = $"#{color.Color.Rgb:x6}";
                    break;
                case HotkeyMember hotkey when Once(hotkey, "hotkey", given, site):
                    symbol.Hotkey = BindHotkey(hotkey, site);
                    break;
                case DeprecatedMember deprecated when Once(deprecated, "deprecated", given, site):
                    symbol.Deprecated = prose.BindDeprecation(deprecated, symbol, site);
                    break;
                case AliasMember alias:
                    aliases.AddRange(alias.Names.Select(name => new ClassAlias(name.Value, site.SpanOf(name))));
                    break;
                case ReplacesMember replaces:
                    prose.AddReplaced(replaces, replaced, site);
                    break;
                case ShapeMember shape:
                    foreach (var choice in shape.Choices)
                    {
                        AddShape(choice, shapes, site);
                    }
                    break;
                default:
                    break;
            }
        }
        symbol.Aliases = aliases.DrainToImmutable();
        symbol.Replaces = replaced.DrainToImmutable();
        symbol.Shapes = shapes.DrainToImmutable();
        (symbol.Includes, symbol.Excludes) = prose.BindInclusions(syntax.Members, site);
    }

    private static bool Once(Member member, string name, Dictionary<Type, Member> given, BindingSite site)
    {
        if (given.TryAdd(member.GetType(), member))
        {
            return true;
        }
        site.Bag.Report(
            SemanticDiagnostics.MemberGivenTwice,
            site.SpanOf(member),
            $"`{name}` is given above already, and only the first one counts: remove one of them",
            related: [new RelatedPlace(site.SpanOf(given[member.GetType()]), "The first one")]
        );
        return false;
    }

    private static int? BindId(IdMember node, BindingSite site)
    {
        var value = node.Value.Value;
        if (
            node.Value.Unit == Grammar.Syntax.Unit.None
            && value is >= 0 and <= int.MaxValue
            && value == Math.Floor(value)
        )
        {
            return (int)value;
        }
        site.Bag.Report(
            SemanticDiagnostics.InvalidClassId,
            site.SpanOf(node.Value),
            $"A class id is a whole number from 0 on, as annotation files have it, not `{node.Value.ToText()}`"
        );
        return null;
    }

    private static string BindHotkey(HotkeyMember node, BindingSite site)
    {
        var key = node.Key.Value;
        if (new System.Globalization.StringInfo(key).LengthInTextElements != 1)
        {
            site.Bag.Report(
                SemanticDiagnostics.InvalidHotkey,
                site.SpanOf(node.Key),
                $"A hotkey is one key, such as \"c\", not \"{key}\""
            );
        }
        return key;
    }

    private void AddShape(ShapeChoice node, ImmutableArray<AllowedShape>.Builder shapes, BindingSite site)
    {
        var extent = node.Extent switch
        {
            Grammar.Syntax.ShapeExtent.Visible => ShapeExtent.Visible,
            Grammar.Syntax.ShapeExtent.Amodal => ShapeExtent.Amodal,
            _ => ShapeExtent.Unspecified,
        };
        var kind = (ShapeKind)(int)node.Kind;
        var skeleton = node.Skeleton is null ? null : BindSkeleton(node.Skeleton, site);
        var shape = new AllowedShape(kind, extent, skeleton, site.SpanOf(node));
        foreach (var other in shapes)
        {
            if (other.Kind == kind && other.Extent == extent && other.Skeleton == skeleton)
            {
                site.Bag.Report(
                    SemanticDiagnostics.MemberGivenTwice,
                    shape.Span,
                    $"`{TypeText.Quote(node)}` is allowed already: once is enough",
                    related: [new RelatedPlace(other.Span, "The first one")]
                );
                return;
            }
        }
        shapes.Add(shape);
    }

    private SkeletonSymbol? BindSkeleton(Name name, BindingSite site)
    {
        if (name.IsMissing)
        {
            return null;
        }
        if (table.Skeletons.TryGetValue(name.Value, out var skeleton))
        {
            site.Use(skeleton, name);
            return skeleton;
        }
        var span = site.SpanOf(name);
        var suggestion = Suggestion.For(name.Value, table.Skeletons.Keys, span);
        if (table.IsIncomplete && suggestion.Name is null)
        {
            return null;
        }
        site.Bag.Report(
            SemanticDiagnostics.UnknownKeypoint,
            span,
            $"There is no skeleton `{name.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
        return null;
    }
}
