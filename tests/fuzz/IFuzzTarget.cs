namespace LabelSpec.Fuzz.Tests;

/// <summary>Something that reads files of others, and so must survive any.</summary>
public interface IFuzzTarget
{
    /// <summary>The name of its folder of findings.</summary>
    string Name { get; }

    /// <summary>Whole files that cases are made from.</summary>
    IReadOnlyList<FuzzCase> Seeds { get; }

    /// <summary>How many cases had something to repair so far.</summary>
    int Repaired => 0;

    /// <summary>Throws when the file is not survived as it has to be.</summary>
    void Examine(FuzzCase one);
}
