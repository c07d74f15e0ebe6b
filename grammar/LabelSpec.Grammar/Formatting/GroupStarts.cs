namespace LabelSpec.Grammar.Formatting;

/// <summary>Finds the groups that begin at a token, the outermost first.</summary>
sealed class GroupStarts(IReadOnlyList<BreakGroup> groups)
{
    readonly ILookup<int, BreakGroup> _groups = groups.ToLookup(g => g.Start);

    public IEnumerable<BreakGroup> At(int token) => _groups[token].OrderByDescending(g => g.End);
}
