namespace LabelSpec.Semantics.Diagnostics;

/// <summary>How an editor may show a diagnostic.</summary>
[Flags]
public enum DiagnosticTags
{
    None = 0,

    /// <summary>The code can go; shown faded.</summary>
    Unnecessary = 1,

    /// <summary>Shown struck through.</summary>
    Deprecated = 2,
}
