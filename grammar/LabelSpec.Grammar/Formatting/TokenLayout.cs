namespace LabelSpec.Grammar.Formatting;

/// <summary>How a token stands to the one before it. By default one blank stands between them.</summary>
readonly record struct TokenLayout
{
    public bool StartsLine { get; init; }

    /// <summary>In blanks, where the token starts a line.</summary>
    public int Indent { get; init; }

    public EmptyLines EmptyLines { get; init; }

    /// <summary>No blank before the token.</summary>
    public bool IsAttached { get; init; }

    /// <summary>The gap stays as it was written.</summary>
    public bool IsKept { get; init; }

    /// <summary>A closing brace: comments above it belong to what it closes.</summary>
    public bool Closes { get; init; }

    /// <summary>The number of the group that may break the line here, from 1; 0 for none.</summary>
    public int Group { get; init; }
}
