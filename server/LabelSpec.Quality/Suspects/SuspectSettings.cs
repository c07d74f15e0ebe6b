using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Suspects;

/// <summary>When a model's disagreement makes an annotation suspicious.</summary>
public sealed record SuspectSettings
{
    /// <summary>IoU from which a prediction means an annotation.</summary>
    public double Overlap { get; init; } = .5;

    /// <summary>Confidence from which a prediction without annotation is something missing.</summary>
    public double Confidence { get; init; } = .95;

    /// <summary>Least likelihood that is reported.</summary>
    public double Least { get; init; } = .5;

    /// <summary>Whether what checks and rules find wrong with the ground truth is evidence too.</summary>
    public bool AsksRules { get; init; } = true;

    /// <summary>Whose rules are asked, beside the built-in checks; null for none.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
