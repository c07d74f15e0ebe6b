namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>How many rings of some files run which way.</summary>
sealed class WindingTally : IEvidence<WindingTally>
{
    public long Rings { get; private set; }

    public long Wrong { get; private set; }

    /// <summary>The first annotation with a ring that runs the wrong way.</summary>
    public int Example { get; private set; } = int.MaxValue;

    public void Add(bool isWrong, int row)
    {
        Rings++;
        if (!isWrong)
            return;
        Wrong++;
        Example = Math.Min(Example, row);
    }

    public void Add(WindingTally other)
    {
        Rings += other.Rings;
        Wrong += other.Wrong;
        Example = Math.Min(Example, other.Example);
    }
}
