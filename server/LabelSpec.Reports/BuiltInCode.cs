namespace LabelSpec.Reports;

/// <summary>Tells the codes of built-in checks and diagnostics from the names of a guideline's rules.</summary>
static class BuiltInCode
{
    /// <summary>Whether it is <c>LS</c> and four digits.</summary>
    public static bool Matches(string rule) =>
        rule is ['L', 'S', _, _, _, _]
        && char.IsAsciiDigit(rule[2])
        && char.IsAsciiDigit(rule[3])
        && char.IsAsciiDigit(rule[4])
        && char.IsAsciiDigit(rule[5]);
}
