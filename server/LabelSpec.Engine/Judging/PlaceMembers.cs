namespace LabelSpec.Engine.Judging;

/// <summary>
/// The annotations at one place by category, in the order in which categories came to it. Nearly all places have one or two; of those
/// that have many, a category is looked up.
/// </summary>
sealed class PlaceMembers
{
    /// <summary>Fewer categories are looked through faster than looked up.</summary>
    const int WorthATable = 8;

    readonly List<CategoryMembers> all = [];
    Dictionary<int, CategoryMembers>? table;

    public IReadOnlyList<CategoryMembers> All => all;

    /// <summary>How many categories were looked at to find one; a part of what the search costs.</summary>
    public long Looks { get; private set; }

    /// <summary>Those of one category; null for none.</summary>
    public CategoryMembers? Of(int category)
    {
        Looks++;
        if (table is not null)
            return table.GetValueOrDefault(category);
        foreach (var members in all)
        {
            if (members.Category == category)
                return members;
            Looks++;
        }

        return null;
    }

    public void Add(int category, int row, bool repeats)
    {
        var members = Of(category);
        if (members is null)
        {
            all.Add(members = new CategoryMembers(category));
            if (table is not null)
                table.Add(category, members);
            else if (all.Count > WorthATable)
                table = all.ToDictionary(one => one.Category);
        }

        (repeats ? members.Repeating : members.First).Add(row);
    }
}
