namespace LabelSpec.Grammar.Formatting;

/// <summary>Where lines must begin, where they may be broken, and where no blank stands between tokens.</summary>
sealed class Layout(int tokenCount)
{
    readonly TokenLayout[] _tokens = new TokenLayout[tokenCount];
    readonly List<BreakGroup> _groups = [];

    public IReadOnlyList<BreakGroup> Groups => _groups;

    public TokenLayout this[int token] => _tokens[token];

    public void StartLine(int token, int indent) =>
        _tokens[token] = _tokens[token] with { StartsLine = true, Indent = indent };

    public void ForbidEmptyLine(int token) =>
        _tokens[token] = _tokens[token] with { EmptyLines = EmptyLines.Forbidden };

    public void ForbidEmptyLinesAround(int token) =>
        _tokens[token] = _tokens[token] with { EmptyLines = EmptyLines.ForbiddenAround };

    public void RequireEmptyLine(int token) =>
        _tokens[token] = _tokens[token] with { EmptyLines = EmptyLines.Required };

    public void Attach(int token) => _tokens[token] = _tokens[token] with { IsAttached = true };

    public void Keep(int token) => _tokens[token] = _tokens[token] with { IsKept = true };

    public void Close(int token) => _tokens[token] = _tokens[token] with { Closes = true };

    public void Add(BreakGroup group)
    {
        foreach (var token in group.Breaks)
            _tokens[token] = _tokens[token] with { Group = _groups.Count + 1 };
        _groups.Add(group);
    }

    /// <summary>The group that may break the line before a token.</summary>
    public BreakGroup? GroupAt(int token) => _tokens[token].Group is > 0 and var group ? _groups[group - 1] : null;
}
