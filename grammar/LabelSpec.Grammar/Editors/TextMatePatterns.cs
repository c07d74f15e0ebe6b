using LabelSpec.Grammar.Facts;

namespace LabelSpec.Grammar.Editors;

/// <summary>The building blocks of <see cref="TextMateGrammar"/>.</summary>
static class TextMatePatterns
{
    public const string Name = @"[\p{L}_][\p{L}\p{N}_]*";

    /// <summary>The number, and in group 2 its unit.</summary>
    public static readonly string Number =
        $@"(?<![\p{{L}}\p{{N}}_])(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)({string.Join('|', SyntaxFacts.Units.OrderByDescending(u => u.Length))})?";

    public static readonly WordPosition[] Clauses =
    [
        WordPosition.RuleMember,
        WordPosition.Fix,
        WordPosition.CheckMember,
    ];

    public static readonly WordPosition[] Constants = [WordPosition.Presence, WordPosition.OverlapPolicy];

    public static readonly WordPosition[] Members =
    [
        WordPosition.ClassMember,
        WordPosition.AttributeMember,
        WordPosition.ImageMember,
        WordPosition.SkeletonMember,
        WordPosition.CaseMember,
        WordPosition.DistinctionMember,
        WordPosition.QualityMember,
        WordPosition.TestMember,
        WordPosition.TrackMember,
        WordPosition.ShapeExtent,
        WordPosition.AttributeModifier,
        WordPosition.Binder,
        WordPosition.ClassSet,
        WordPosition.CountScope,
    ];

    /// <summary>Words that only glue others together and that no table of words lists.</summary>
    static readonly string[] Glue =
    [
        "version",
        "extends",
        "from",
        "since",
        "use",
        "at",
        "least",
        "most",
        "wide",
        "per",
        "inside",
        "matching",
        "of",
        "both",
        "above",
        "or",
        "about",
        "sample",
        "then",
        "else",
        "outside",
        "hole",
        "hidden",
        "nothing",
        "undecided",
        "when",
    ];

    public static TextMateRule[] Escapes { get; } =
    [Match("constant.character.escape.labelspec", @"\\(?:[""\\ntr{}]|u[0-9A-Fa-f]{4})")];

    /// <summary>The text of a message, with expressions in braces.</summary>
    public static TextMateRule MessageString { get; } =
        Range(
            "string.interpolated.labelspec",
            "(?<=message)\\s*\"",
            "\"|$",
            [.. Escapes, Range("meta.interpolation.labelspec", @"\{", @"\}|(?="")") with { IncludesSelf = true }]
        );

    public static TextMateRule Match(string scope, string pattern, params (int Group, string Scope)[] captures) =>
        new(scope, pattern, null, captures, []);

    public static TextMateRule Range(string scope, string begin, string end, params TextMateRule[] inner) =>
        new(scope, begin, end, [], inner);

    /// <summary>A keyword and the name that it declares.</summary>
    public static TextMateRule Declared(string nameScope, string words, string wordScope) =>
        Match(
            "meta.declaration.labelspec",
            $@"(?<![\p{{L}}\p{{N}}_.`])({words})\s+({Name}|`[^`\r\n]*`)(?!\s*[.(=:]\s*$)",
            (1, wordScope),
            (2, nameScope)
        );

    /// <summary>These words, unless they stand where a name is likelier: behind a dot, before a colon or a parenthesis.</summary>
    public static string WordsFrom(params WordPosition[] positions)
    {
        var words = positions.SelectMany(SyntaxFacts.WordsAt).Select(w => w.Text);
        if (positions == Members)
            words = words.Concat(Glue);
        var names = string.Join('|', words.Distinct().Order(StringComparer.Ordinal));
        var isCall = positions.Contains(WordPosition.ExpressionStart) ? "" : @"|\s*\(";
        return $@"(?<![\p{{L}}\p{{N}}_.`])(?:{names})(?![\p{{L}}\p{{N}}_`]|\s*[.:=](?![.=]){isCall})";
    }
}
