namespace LabelSpec.Semantics.Expressions;

/// <summary>What a quantifier or an aggregate ranges over.</summary>
/// <param name="Of">
/// The image, track or group, where the guideline names it (<c>v: car in t</c>); null for the one of the rule, and for the data.
/// </param>
public sealed record BoundDomain(DomainKind Kind, BoundExpression? Of);
