namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What a word is by the place where it stands, where that is not a keyword.</summary>
enum WordRole
{
    /// <summary>What the author called something; what it means is the index's to say.</summary>
    Name,

    /// <summary>What a test calls an annotation of its scene.</summary>
    Label,

    /// <summary>The guideline's own name.</summary>
    Header,

    /// <summary>A kind of shape, or a type of attributes.</summary>
    Type,

    /// <summary>How severe a rule or check is.</summary>
    Severity,

    /// <summary><c>abstract</c>, <c>ignore</c>.</summary>
    Modifier,

    /// <summary>What the header says, or the tolerance of a check.</summary>
    Setting,

    /// <summary>What is measured of finished work.</summary>
    Metric,

    /// <summary>A built-in check, by name or code.</summary>
    Check,
}
