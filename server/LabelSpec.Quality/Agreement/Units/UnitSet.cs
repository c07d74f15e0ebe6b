using System.Collections.Immutable;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Every object that anybody drew, at one threshold.</summary>
public sealed class UnitSet
{
    /// <summary>The code of "looked, and drew nothing"; a class has its index plus 1.</summary>
    public const int Nothing = 0;

    internal UnitSet(IEnumerable<Unit> units) => Units = [.. units];

    public ImmutableArray<Unit> Units { get; }
}
