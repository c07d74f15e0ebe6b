namespace LabelSpec.Quality.PanopticQuality;

/// <summary>
/// Sum of numbers from 0 to 1 in fixed point with 96 fraction bits: the same whatever the order and grouping, so that
/// shards merge exactly. Far finer than a double near 1; a number below 2⁻⁴³ loses its last bits.
/// </summary>
struct ExactSum
{
    const int FractionBits = 96;

    Int128 units;

    public readonly double Value => (double)units * Math.ScaleB(1, -FractionBits);

    public void Add(double value) => units += (Int128)Math.ScaleB(value, FractionBits);

    public void Add(ExactSum other) => units += other.units;
}
