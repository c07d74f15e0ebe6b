using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>How far shapes may overlap, as a rule over pairs.</summary>
static class OverlapAsRule
{
    /// <summary>Null where nothing is forbidden, for more than two operands, and for sets that share a class without being the same.</summary>
    public static WrittenRule? Of(GuidelineAnalysis analysis, OverlapDeclaration overlap)
    {
        if (
            overlap.Policy == OverlapPolicy.Allowed
            || overlap.Classes.Count is not (1 or 2)
            || (overlap.Policy == OverlapPolicy.Below && overlap.Limit is null)
        )
            return null;
        var span = analysis.Tree.SpanOf(overlap);
        if (
            analysis.Compilation.Guideline.Overlaps.FirstOrDefault(one =>
                one.Span.File.Path == analysis.Path && one.Span.Start == span.Start
            )
                is not { } bound
            || (!bound.First.Equals(bound.Second) && bound.First.Overlaps(bound.Second))
        )
            return null;
        var (first, second) = (overlap.Classes[0].ToText(), overlap.Classes[^1].ToText());
        var isOne = bound.First.Equals(bound.Second);
        var lines = new List<string>
        {
            isOne ? $"for pair a, b: {first}" : $"for a: {first}, b: {second}",
            $"forbid {Measured(overlap)}",
        };
        if (overlap.Reason is { } why)
            lines.Add($"message {why.ToText()}");
        var words = string.Join('_', (isOne ? [first] : new[] { first, second }).Select(Word));
        return new WrittenRule($"overlap_{words}", lines);
    }

    /// <summary>Shared pixels count by their share of the smaller of the two shapes.</summary>
    static string Measured(OverlapDeclaration overlap) =>
        overlap switch
        {
            { Policy: OverlapPolicy.None } => "overlap(a, b) > 0",
            { Measure: OverlapMeasure.Iou } => $"iou(a, b) >= {overlap.Limit!.ToText()}",
            _ => $"max(overlap(a, b), overlap(b, a)) >= {overlap.Limit!.ToText()}",
        };

    static string Word(string classes) =>
        new([.. classes.Where(letter => letter != '`').Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')]);
}
