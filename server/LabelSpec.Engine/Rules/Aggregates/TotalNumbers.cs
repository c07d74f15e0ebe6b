using System.Collections.Immutable;

namespace LabelSpec.Engine.Rules.Aggregates;

/// <summary>A <see cref="TotalState"/> as plain numbers.</summary>
/// <param name="Sum">The limbs of an <see cref="ExactSum"/>.</param>
public sealed record TotalNumbers(long Count, long Unknown, double Smallest, double Greatest, ImmutableArray<long> Sum);
