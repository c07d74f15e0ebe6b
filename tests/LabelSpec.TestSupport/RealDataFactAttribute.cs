using Xunit;

namespace LabelSpec.TestSupport;

/// <summary>A fact over real annotation files; skipped, and said so, where the collection is absent.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (!RealData.IsPresent)
            Skip = $"Needs the real annotation files: set {RealData.Variable} to their folder.";
    }
}

/// <summary>A theory over real annotation files; skipped, and said so, where the collection is absent.</summary>
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute()
    {
        if (!RealData.IsPresent)
            Skip = $"Needs the real annotation files: set {RealData.Variable} to their folder.";
    }
}
