using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>A limit that a class member states in short form: <c>size</c>, <c>area</c>, <c>aspect</c>, <c>count</c> and so on.</summary>
/// <param name="Member">What is limited, for <see cref="ClassLimitKind.Member"/>; null for counts.</param>
/// <param name="Range">What is allowed, in the unit of the member.</param>
/// <param name="ReferenceWidth">The image width in pixels at which a length is meant, or null.</param>
/// <param name="IsConditional">It holds only under a condition, which the rule among <see cref="Guideline.Rules"/> has.</param>
public sealed record ClassLimit(
    ClassLimitKind Kind,
    AnnotationMember? Member,
    NumericRange Range,
    double? ReferenceWidth,
    bool IsConditional,
    ClassSymbol DeclaredIn,
    SourceSpan Span
);
