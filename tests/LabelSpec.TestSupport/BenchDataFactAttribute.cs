using Xunit;

namespace LabelSpec.TestSupport;

/// <summary>A fact over large generated files; skipped, and said so, where they were not made.</summary>
public sealed class BenchDataFactAttribute : FactAttribute
{
    public BenchDataFactAttribute()
    {
        if (BenchData.Folder is null)
            Skip = $"Needs the generated benchmark files: set {BenchData.Variable} to their folder.";
    }
}
