using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Facts;

/// <summary>The words of expressions.</summary>
static class ExpressionWords
{
    public static readonly WordFact[] ExpressionStart =
    [
        new(Keyword.Not, "not EXPR", "True where the expression is false."),
        new(Keyword.If, "if EXPR then EXPR else EXPR", "One of two values."),
        new(Keyword.Exists, "exists v: CLASSES where EXPR", "Whether the image has such an annotation."),
        new(Keyword.No, "no v: CLASSES where EXPR", "Whether the image has no such annotation."),
        new(
            Keyword.Every,
            "every v: CLASSES [where EXPR] satisfies EXPR",
            "Whether all such annotations of the image satisfy a condition."
        ),
        new(Keyword.Count, "count(v: CLASSES where EXPR)", "How many such annotations the image has."),
        new(Keyword.Sum, "sum(EXPR for v: CLASSES)", "The sum over annotations of the image; 0 over none."),
        new(Keyword.Min, "min(EXPR for v: CLASSES), min(a, b)", "The smallest value."),
        new(Keyword.Max, "max(EXPR for v: CLASSES), max(a, b)", "The largest value."),
        new(Keyword.Avg, "avg(EXPR for v: CLASSES)", "The mean value."),
        new(Keyword.True, "true", "Yes, of a `bool`."),
        new(Keyword.False, "false", "No, of a `bool`."),
    ];

    public static readonly WordFact[] Operator =
    [
        new(Keyword.And, "A and B", "Both are true."),
        new(Keyword.Or, "A or B", "At least one is true."),
        new(Keyword.Implies, "A implies B", "B is true wherever A is."),
        new(Keyword.Iff, "A iff B", "Both are true, or both are false."),
        new(Keyword.In, "X in 0..1, X in (a, b)", "The value lies in a range or a set."),
        new(
            Keyword.Is,
            "X is missing, X is set, X is CLASSES",
            "Whether the value is there, or of which class an annotation is."
        ),
        new(Keyword.Matches, "X matches \"REGEX\"", "The text fits a regular expression."),
        new(Keyword.Not, "X not in (a, b), X is not missing", "The opposite."),
        new(Keyword.Where, "where EXPR", "Only where this is true."),
        new(Keyword.Satisfies, "satisfies EXPR", "What all of them must satisfy."),
    ];

    public static readonly WordFact[] Presence =
    [
        new(Keyword.Missing, "is missing", "The value is not there."),
        new(Keyword.Set, "is set", "The value is there."),
        new(Keyword.Not, "is not missing", "The opposite."),
    ];
}
