using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>Where a rule comes from.</summary>
/// <param name="Class">The class whose member it is, or null.</param>
/// <param name="Attribute">The attribute whose clause it is, or null.</param>
/// <param name="Span">The rule, class member or clause in the guideline.</param>
public sealed record RuleOrigin(RuleOriginKind Kind, ClassSymbol? Class, AttributeSymbol? Attribute, SourceSpan Span);
