using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Finds children that allow what a parent forbids, and parents that contradict each other.</summary>
internal static class InheritanceCheck
{
    /// <param name="ownShapes">The shapes that the class itself names, before inheritance.</param>
    public static void Check(ClassEntry entry, bool ownShapes)
    {
        var symbol = entry.Symbol;
        foreach (var parent in symbol.Parents)
        {
            if (ownShapes)
            {
                CheckShapes(entry, parent);
            }
            CheckAttributes(entry, parent);
            CheckLimits(entry, parent);
            CheckParts(entry, parent);
        }
        for (var i = 1; i < symbol.Parents.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                CheckParents(entry, symbol.Parents[j], symbol.Parents[i], ownShapes);
            }
        }
    }

    private static void CheckShapes(ClassEntry entry, ClassSymbol parent)
    {
        if (parent.Shapes.IsEmpty)
        {
            return;
        }
        foreach (var shape in entry.Symbol.Shapes)
        {
            if (!parent.Shapes.Any(other => Tightening.Allows(other, shape)))
            {
                ReportLoose(
                    entry,
                    shape.Span,
                    $"`{shape.Span.Text}` is a shape that `{parent.Name}` does not allow: remove it, or add it there",
                    parent.Shapes[0].Span
                );
            }
        }
    }

    private static void CheckAttributes(ClassEntry entry, ClassSymbol parent)
    {
        foreach (var own in entry.Symbol.OwnAttributes)
        {
            if (parent.FindAttribute(own.Name) is { } inherited && Tightening.WhyLoose(own, inherited) is { } why)
            {
                ReportLoose(
                    entry,
                    own.NameSpan,
                    $"`{own.Name}` comes from `{inherited.DeclaredIn!.Name}`, and {why}: a child may tighten what a parent says, never loosen it",
                    inherited.NameSpan
                );
            }
        }
    }

    private static void CheckLimits(ClassEntry entry, ClassSymbol parent)
    {
        foreach (var own in entry.Symbol.Limits)
        {
            if (own.DeclaredIn != entry.Symbol || own.IsConditional)
            {
                continue;
            }
            foreach (var inherited in parent.Limits)
            {
                if (
                    inherited.Kind != own.Kind
                    || inherited.Member != own.Member
                    || inherited.IsConditional
                    || inherited.ReferenceWidth != own.ReferenceWidth
                )
                {
                    continue;
                }
                var isLoose = Tightening.Replaces(own, inherited)
                    ? !inherited.Range.Contains(own.Range)
                    : inherited.Range.Intersect(own.Range).IsEmpty;
                if (isLoose)
                {
                    ReportLoose(
                        entry,
                        own.Span,
                        $"`{inherited.DeclaredIn.Name}` says `{inherited.Span.Text}`: a child may tighten what a parent says, never loosen it",
                        inherited.Span
                    );
                }
            }
        }
    }

    private static void CheckParts(ClassEntry entry, ClassSymbol parent)
    {
        foreach (var own in entry.Symbol.Parts)
        {
            foreach (var inherited in parent.Parts)
            {
                if (
                    own.DeclaredIn == entry.Symbol
                    && own.Classes.Equals(inherited.Classes)
                    && (
                        !inherited.Range.Contains(own.Range)
                        || (inherited.Inside is { } share && !(own.Inside >= share))
                    )
                )
                {
                    ReportLoose(
                        entry,
                        own.Span,
                        $"`{inherited.DeclaredIn.Name}` says `{inherited.Span.Text}`: a child may tighten what a parent says, never loosen it",
                        inherited.Span
                    );
                }
            }
        }
    }

    private static void CheckParents(ClassEntry entry, ClassSymbol first, ClassSymbol second, bool ownShapes)
    {
        if (
            !ownShapes
            && !first.Shapes.IsEmpty
            && !second.Shapes.IsEmpty
            && !first.Shapes.Any(shape =>
                second.Shapes.Any(other => Tightening.Allows(other, shape) || Tightening.Allows(shape, other))
            )
        )
        {
            ReportContradiction(
                entry,
                first,
                second,
                "they share no shape",
                first.Shapes[0].Span,
                second.Shapes[0].Span
            );
        }
        foreach (var attribute in first.Attributes)
        {
            if (
                second.FindAttribute(attribute.Name) is { } other
                && other != attribute
                && !entry.Symbol.OwnAttributes.Any(own => own.Name == attribute.Name)
                && !Tightening.AreCompatible(attribute.Type, other.Type)
            )
            {
                ReportContradiction(
                    entry,
                    first,
                    second,
                    $"`{attribute.Name}` is {attribute.Type} in one and {other.Type} in the other",
                    attribute.NameSpan,
                    other.NameSpan
                );
            }
        }
        foreach (var limit in first.Limits)
        {
            foreach (var other in second.Limits)
            {
                if (
                    limit != other
                    && limit.Kind == other.Kind
                    && limit.Member == other.Member
                    && limit.ReferenceWidth == other.ReferenceWidth
                    && !limit.IsConditional
                    && !other.IsConditional
                    && limit.Range.Intersect(other.Range).IsEmpty
                )
                {
                    ReportContradiction(
                        entry,
                        first,
                        second,
                        $"`{limit.Span.Text}` and `{other.Span.Text}` exclude each other",
                        limit.Span,
                        other.Span
                    );
                }
            }
        }
    }

    private static void ReportLoose(
        ClassEntry entry,
        Sources.SourceSpan span,
        string message,
        Sources.SourceSpan parent
    ) =>
        entry.Site.Bag.Report(
            SemanticDiagnostics.LoosenedLimit,
            span,
            message,
            related: [new RelatedPlace(parent, "What the parent says")]
        );

    private static void ReportContradiction(
        ClassEntry entry,
        ClassSymbol first,
        ClassSymbol second,
        string why,
        Sources.SourceSpan one,
        Sources.SourceSpan other
    ) =>
        entry.Site.Bag.Report(
            SemanticDiagnostics.ContradictoryParents,
            entry.Symbol.NameSpan,
            $"`{entry.Symbol.Name}` cannot be a `{first.Name}` and a `{second.Name}`: {why}",
            related:
            [
                new RelatedPlace(one, $"What `{first.Name}` says"),
                new RelatedPlace(other, $"What `{second.Name}` says"),
            ]
        );
}
