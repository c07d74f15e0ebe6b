using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>A rule in plain words.</summary>
static class RulePage
{
    public static void Write(PageWriter page, RuleSymbol rule)
    {
        var where = rule.Where is { } condition ? $" where `{PageWriter.OnOneLine(condition.Span.Text)}`" : "";
        page.Paragraph($"{RangeOf(rule.Binder)}{where}:");
        page.List(
            rule.Assertions.Select(assertion =>
                (assertion.IsForbidden ? "must not be: " : "must be: ")
                + $"`{PageWriter.OnOneLine(assertion.Condition.Span.Text)}`"
            )
        );
        if (!rule.Exceptions.IsEmpty)
            page.Paragraph("Unless:")
                .List(
                    rule.Exceptions.Select(exception =>
                        $"`{PageWriter.OnOneLine(exception.Condition.Span.Text)}`"
                        + (exception.Why is { } why ? $" ({why})" : "")
                    )
                );
        if (rule.Since is { } since)
            page.Paragraph($"Since {since}.");
    }

    static string RangeOf(RuleBinder binder) =>
        binder switch
        {
            EachBinder each => $"Every {each.Variable.Classes} `{each.Variable.Name}`",
            OrderedPairBinder pair =>
                $"Every {pair.First.Classes} `{pair.First.Name}` with every other {pair.Second.Classes} `{pair.Second.Name}` of the image",
            UnorderedPairBinder pair =>
                $"Every two of {pair.First.Classes}, `{pair.First.Name}` and `{pair.Second.Name}`, in an image",
            StepBinder step =>
                $"Every step of a track of {step.From.Classes}, from `{step.From.Name}` to `{step.To.Name}`",
            TrackBinder track => $"Every track `{track.Variable.Name}` of {track.Variable.Classes}",
            GroupBinder group => $"Every group `{group.Variable.Name}`",
            ImageBinder => "Every image",
            _ => "The data set as a whole",
        };
}
