namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>A distribution for each category that has rows.</summary>
sealed class CategoryTallies(int categories) : IEvidence<CategoryTallies>
{
    readonly LogTally?[] tallies = new LogTally?[categories];

    // Those that belong to what was added: they are copied before they are changed.
    readonly bool[] isBorrowed = new bool[categories];

    public LogTally? Of(int category) => tallies[category];

    public void Add(int category, double value, int row) => Own(category).Add(value, row);

    /// <summary>Adds evidence that nobody adds to from now on.</summary>
    public void Add(CategoryTallies other)
    {
        for (var category = 0; category < tallies.Length; category++)
            if (other.tallies[category] is not { } tally)
                continue;
            else if (tallies[category] is null)
                (tallies[category], isBorrowed[category]) = (tally, true);
            else
                Own(category).Add(tally);
    }

    LogTally Own(int category)
    {
        if (tallies[category] is { } tally && !isBorrowed[category])
            return tally;
        var own = new LogTally();
        if (tallies[category] is { } borrowed)
            own.Add(borrowed);
        (tallies[category], isBorrowed[category]) = (own, false);
        return own;
    }
}
