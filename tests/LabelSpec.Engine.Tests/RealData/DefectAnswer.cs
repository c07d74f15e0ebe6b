namespace LabelSpec.Engine.Tests.RealData;

/// <summary>What <c>check</c> says to a listed defect.</summary>
abstract record DefectAnswer
{
    /// <summary>A finding of one of these codes for each defect.</summary>
    public sealed record Each(params string[] Codes) : DefectAnswer;

    /// <summary>One finding that counts the defects, and perhaps others of its kind, in a value.</summary>
    public sealed record Counted(string Code, string Value) : DefectAnswer;

    /// <summary>Findings in several files that together count the defects in a value.</summary>
    public sealed record Summed(string Code, string Value) : DefectAnswer;

    /// <summary>The first hundred, as of any kind of problem in one file.</summary>
    public sealed record FirstHundred(string Code) : DefectAnswer;

    /// <summary>Nothing, and a page says why, in these words.</summary>
    public sealed record Explained(string Page, string Words) : DefectAnswer;
}
