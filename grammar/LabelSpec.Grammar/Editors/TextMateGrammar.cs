using LabelSpec.Grammar.Facts;
using static LabelSpec.Grammar.Editors.TextMatePatterns;

namespace LabelSpec.Grammar.Editors;

/// <summary>
/// The grammar with which editors colour guidelines before, or without, a language server. It is made from the words that
/// <see cref="SyntaxFacts"/> knows, and checked in as <c>grammar/textmate/labelspec.tmLanguage.json</c>. Since most words
/// are keywords only where the grammar says so, it guesses from what stands beside them.
/// </summary>
public static class TextMateGrammar
{
    public const string ScopeName = "source.labelspec";

    public static string Write()
    {
        var rules = new List<TextMateRule>
        {
            Match("comment.line.documentation.labelspec", "///(?!/).*$"),
            Match("comment.line.double-slash.labelspec", "//.*$"),
            Range("comment.block.labelspec", @"/\*", @"\*/"),
            Range("string.quoted.triple.labelspec", "\"\"\"", "\"\"\"", Escapes),
            MessageString,
            Range("string.quoted.double.labelspec", "\"", "\"|$", Escapes),
            Match("variable.other.quoted.labelspec", "`[^`\\r\\n]*`?"),
            Match("constant.other.color.labelspec", "#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?\\b"),
            Match("constant.numeric.labelspec", Number, (2, "keyword.other.unit.labelspec")),
            Declared("entity.name.type.class.labelspec", "class", "storage.type.class.labelspec"),
            Match("storage.modifier.labelspec", @"\b(?:abstract|ignore)(?=\s+(?:abstract|ignore|class)\b)"),
            Declared("entity.name.function.rule.labelspec", "rule", "storage.type.rule.labelspec"),
            Declared("entity.name.function.labelspec", "let", "storage.type.let.labelspec"),
            Declared("entity.name.namespace.labelspec", "guideline", "storage.type.guideline.labelspec"),
            Declared("entity.name.type.labelspec", "case|check", "storage.type.labelspec"),
            // Elsewhere `skeleton body` is a shape.
            Match(
                "meta.declaration.labelspec",
                $@"^\s*(skeleton)\s+({Name}|`[^`\r\n]*`)",
                (1, "storage.type.labelspec"),
                (2, "entity.name.type.labelspec")
            ),
            Declared("variable.other.property.definition.labelspec", "attribute", "storage.type.attribute.labelspec"),
            Match(
                "storage.type.labelspec",
                @"^\s*(?:import|image|distinguish|overlap|when|test|quality)(?=\s+[^\s.=)]|\s*$|\{)"
            ),
            // Words of a type's modifiers stand before the default value, where names of other things stand before theirs.
            Match("keyword.other.labelspec", @"(?<=\s)(?:required|constant)(?=\s*=)"),
            Match("keyword.control.clause.labelspec", WordsFrom(Clauses)),
            Match("keyword.operator.word.labelspec", WordsFrom(WordPosition.ExpressionStart, WordPosition.Operator)),
            Match("keyword.other.labelspec", @"(?<![.`])\bany(?=\s+except\b)"),
            Match("support.type.labelspec", WordsFrom(WordPosition.AttributeType)),
            Match("support.type.shape.labelspec", WordsFrom(WordPosition.Shape)),
            Match("constant.language.severity.labelspec", $@"(?<=:\s|:){WordsFrom(WordPosition.Severity)}"),
            Match("constant.language.labelspec", WordsFrom(Constants)),
            Match("keyword.other.labelspec", WordsFrom(Members)),
            Match("variable.other.member.labelspec", $@"(\.)\s*({Name})", (1, "punctuation.accessor.labelspec")),
            Match("entity.name.function.call.labelspec", $@"{Name}(?=\()"),
            Match("keyword.operator.range.labelspec", @"\.\."),
            Match("keyword.operator.comparison.labelspec", "==|!=|<=|>=|(?<![-])>|<(?!->)"),
            Match("keyword.operator.labelspec", @"<->|->|[-+*/|=]"),
            Match("punctuation.separator.labelspec", "[,;:]"),
        };
        return TextMateWriter.Write(ScopeName, rules);
    }
}
