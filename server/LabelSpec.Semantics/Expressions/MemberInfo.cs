using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>A built-in member as the language, completion and documentation need it.</summary>
/// <param name="Range">The numbers it can be; everything for members that are no numbers.</param>
/// <param name="Shapes">The shapes that have it; empty for all shapes.</param>
public sealed record MemberInfo<TMember>(
    TMember Member,
    string Name,
    LabelType Type,
    NumericRange Range,
    ImmutableArray<ShapeKind> Shapes,
    string Documentation
)
    where TMember : struct, Enum;
