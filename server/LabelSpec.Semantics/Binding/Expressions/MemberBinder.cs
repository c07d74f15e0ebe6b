using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>
/// Binds <c>a.width</c>: an attribute if a class of <c>a</c> has one of that name, else a built-in member, else a
/// keypoint.
/// </summary>
internal sealed class MemberBinder(ExpressionBinder binder, DeclarationTable table)
{
    private readonly AttributeResolver attributes = new();

    public BoundExpression Bind(MemberExpression node, Scope scope)
    {
        var target = binder.Bind(node.Target, scope);
        var span = scope.Site.SpanOf(node);
        if (node.Name.IsMissing)
        {
            // While `a.` is being typed, completion asks for the type of `a`.
            scope.Site.Index?.Expressions.Add(target);
            return new BoundError(span);
        }
        if (target.Type.IsError)
        {
            return new BoundError(span);
        }
        var name = node.Name.Value;
        var found = target.Type switch
        {
            AnnotationType or ImageType => TryAttribute(target, name, node.Name, scope, span)
                ?? TryBuiltIn(target, name, node, scope, span)
                ?? TryKeypoint(target, name, node.Name, scope, span),
            TrackType => Find(TrackMembers.All, name) is { } member
                ? new BoundTrackMember(target, member.Member, member.Type, span)
                : null,
            GroupType => Find(GroupMembers.All, name) is { } member
                ? new BoundGroupMember(target, member.Member, member.Type, span)
                : null,
            DatasetType => Find(DatasetMembers.All, name) is { } member
                ? new BoundDatasetMember(member.Member, member.Type, span)
                : null,
            PointType => Find(PointMembers.All, name) is { } member
                ? new BoundPointMember(target, member.Member, member.Type, span)
                : null,
            _ => null,
        };
        if (found is not null)
        {
            return found;
        }
        scope.Site.Index?.Expressions.Add(target);
        if (!MayHaveIt(target, name))
        {
            ReportUnknown(node, target, scope);
        }
        return new BoundError(span);
    }

    /// <summary>
    /// No class extends the abstract one that the rule is about, as in a file that others import. What those will have is not known here;
    /// an attribute that some class declares is no mistake.
    /// </summary>
    private bool MayHaveIt(BoundExpression target, string name) =>
        target.Type is AnnotationType { Classes.IsEmpty: true }
        && table.Classes.Any(entry => entry.Symbol.FindAttribute(name) is not null);

    /// <summary>The attribute of an annotation or of an image, or null if there is none of that name.</summary>
    public BoundExpression? TryAttribute(
        BoundExpression target,
        string name,
        SyntaxNode place,
        Scope scope,
        SourceSpan span
    )
    {
        var found =
            target.Type is ImageType
                ? AttributeResolver.OfImage(table.ImageAttributes, name)
                : attributes.Of(((AnnotationType)target.Type).Classes, name);
        if (found is null)
        {
            return null;
        }
        foreach (var attribute in found.Attributes)
        {
            scope.Site.Use(attribute, place);
        }
        if (found.Type is not null)
        {
            return new BoundAttribute(target, name, found.Attributes, found.Type, span);
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.WrongType,
            span,
            $"`{name}` means different things for the classes of `{Subject(target)}`: bind fewer classes",
            related: found
                .Attributes.Select(attribute => new RelatedPlace(attribute.NameSpan, $"`{name}` is {attribute.Type}"))
                .ToImmutableArray()
        );
        return new BoundError(span);
    }

    /// <summary>A built-in member of an annotation or of an image, or null if there is none of that name.</summary>
    public static BoundExpression? TryBuiltIn(
        BoundExpression target,
        string name,
        SyntaxNode place,
        Scope scope,
        SourceSpan span
    )
    {
        if (target.Type is ImageType)
        {
            return Find(ImageMembers.All, name) is { } found
                ? new BoundImageMember(target, found.Member, found.Type, span)
                : null;
        }
        var classes = ((AnnotationType)target.Type).Classes;
        MemberInfo<AnnotationMember>? candidate = null;
        foreach (var member in AnnotationMembers.All)
        {
            if (member.Name != name)
            {
                continue;
            }
            candidate ??= member;
            if (member.Shapes.IsEmpty || ShapeAvailability.CanHave(classes, member.Shapes.Contains))
            {
                return new BoundAnnotationMember(target, member.Member, member.Type, span);
            }
        }
        if (candidate is null)
        {
            return null;
        }
        scope.Site.Bag.Report(
            SemanticDiagnostics.NotOfThisShape,
            scope.Site.SpanOf(place),
            $"`{Subject(target)}` is always {ShapeAvailability.Describe(classes)}, which has no `{name}`"
        );
        return new BoundError(span);
    }

    /// <summary>Notes the use of a value of an attribute.</summary>
    public static void UseValue(EnumType type, string value, SyntaxNode place, Scope scope)
    {
        if (scope.Site.Index is null)
        {
            return;
        }
        foreach (var symbol in type.Symbols)
        {
            if (symbol.Name == value)
            {
                scope.Site.Use(symbol, place);
            }
        }
    }

    /// <summary>What a message calls the annotation: its text, or its classes where it is not written out.</summary>
    private static string Subject(BoundExpression target) =>
        target.Span.Length > 0 ? target.Span.Text : ((AnnotationType)target.Type).Classes.Text;

    private static BoundKeypoint? TryKeypoint(
        BoundExpression target,
        string name,
        SyntaxNode place,
        Scope scope,
        SourceSpan span
    )
    {
        if (target.Type is not AnnotationType { Classes: var classes })
        {
            return null;
        }
        var found = ImmutableArray.CreateBuilder<(SkeletonSymbol, KeypointSymbol)>();
        foreach (var skeleton in SkeletonsOf(classes))
        {
            if (skeleton.IndexOf(name) is >= 0 and var index)
            {
                found.Add((skeleton, skeleton.Points[index]));
                scope.Site.Use(skeleton.Points[index], place);
            }
        }
        return found.Count == 0 ? null : new BoundKeypoint(target, name, found.DrainToImmutable(), span);
    }

    private static IEnumerable<SkeletonSymbol> SkeletonsOf(ClassSet classes)
    {
        var seen = new HashSet<SkeletonSymbol>();
        foreach (var symbol in classes)
        {
            foreach (var shape in symbol.Shapes)
            {
                if (shape.Skeleton is { } skeleton && seen.Add(skeleton))
                {
                    yield return skeleton;
                }
            }
        }
    }

    private static MemberInfo<TMember>? Find<TMember>(ImmutableArray<MemberInfo<TMember>> members, string name)
        where TMember : struct, Enum
    {
        foreach (var member in members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }
        return null;
    }

    private void ReportUnknown(MemberExpression node, BoundExpression target, Scope scope)
    {
        var span = scope.Site.SpanOf(node.Name);
        var name = node.Name.Value;
        var candidates = MemberNames.Of(target.Type, table.ImageAttributes);
        if (candidates.Count == 0)
        {
            scope.Site.Bag.Report(
                SemanticDiagnostics.UnknownMember,
                span,
                $"`{TypeText.Quote(node.Target)}` is {TypeText.Describe(target.Type)}, which has no members"
            );
            return;
        }
        var suggestion = Suggestion.For(name, candidates, span);
        var owner = target.Type is AnnotationType { Classes: { Count: 1 } single }
            ? $"A `{single.Classes[0].Name}`"
            : $"`{TypeText.Quote(node.Target)}`, {TypeText.Describe(target.Type)},";
        scope.Site.Bag.Report(
            SemanticDiagnostics.UnknownMember,
            span,
            $"{owner} has no `{name}`{suggestion.Question}",
            suggestion.Fixes
        );
    }
}
