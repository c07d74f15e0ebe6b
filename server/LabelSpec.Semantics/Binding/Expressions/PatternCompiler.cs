using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>
/// Compiles patterns without backtracking, so that no text can make them slow. Compiled patterns are kept: the editor binds the same
/// guideline on every keystroke.
/// </summary>
internal static class PatternCompiler
{
    private const int LongestPattern = 2000;
    private const int MostKept = 1024;

    private static readonly ConcurrentDictionary<string, (Regex? Regex, string? Problem)> Kept = new(
        StringComparer.Ordinal
    );

    /// <summary>The pattern, anchored at both ends; null, with a diagnostic, if it cannot be used.</summary>
    public static Regex? Compile(StringLiteral literal, BindingSite site)
    {
        if (!Kept.TryGetValue(literal.Value, out var result))
        {
            result = Compile(literal.Value);
            if (Kept.Count >= MostKept)
            {
                Kept.Clear();
            }
            Kept[literal.Value] = result;
        }
        if (result.Problem is not null)
        {
            site.Bag.Report(SemanticDiagnostics.InvalidPattern, site.SpanOf(literal), result.Problem);
        }
        return result.Regex;
    }

    private static (Regex?, string?) Compile(string pattern)
    {
        if (pattern.Length > LongestPattern)
        {
            return (null, $"The pattern has {pattern.Length} characters; at most {LongestPattern} are allowed");
        }
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return (
                new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant),
                null
            );
        }
        catch (RegexParseException problem)
        {
            return (null, $"The pattern is not a regular expression: {Reason(problem)}");
        }
        catch (NotSupportedException)
        {
            return (
                null,
                "The pattern needs backtracking (a back reference, a lookaround, an atomic group or too many repetitions), which some texts make endlessly slow: write it without"
            );
        }
    }

    /// <summary>The part of the message that names the mistake, without the pattern, which stands in the guideline anyway.</summary>
    private static string Reason(RegexParseException problem)
    {
        var at = problem.Message.LastIndexOf("' at offset ", StringComparison.Ordinal);
        return at < 0 ? problem.Message : problem.Message[(at + "' ".Length)..];
    }
}
