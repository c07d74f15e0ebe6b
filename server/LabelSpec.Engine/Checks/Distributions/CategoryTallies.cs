namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>A distribution for each category that has rows.</summary>
sealed class CategoryTallies(int categories) : IEvidence<CategoryTallies>
{
    readonly LogTally?[] tallies = new LogTally?[categories];

    public LogTally? Of(int category) => tallies[category];

    public void Add(int category, double value, int row) => (tallies[category] ??= new()).Add(value, row);

    public void Add(CategoryTallies other)
    {
        for (var category = 0; category < tallies.Length; category++)
            if (other.tallies[category] is { } tally)
                (tallies[category] ??= new()).Add(tally);
    }
}
