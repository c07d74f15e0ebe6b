using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Puts types and pieces of the guideline into words for messages.</summary>
internal static class TypeText
{
    private const int LongestQuote = 48;

    /// <summary>What something is: "in px", "a ratio", "true or false".</summary>
    public static string Describe(LabelType type) =>
        type switch
        {
            NumberType { Unit: var unit } when unit == Unit.Number => "a plain number",
            NumberType { Unit: var unit } when unit == Unit.Count => "a count",
            NumberType { Unit: var unit } when unit == Unit.Ratio => "a ratio",
            NumberType number => $"in {number.Unit}",
            BoolType => "true or false",
            TextType => "text",
            IdType => "an id",
            EnumType value => $"a value of `{value.AttributeName}`",
            SetType => "a set",
            ClassType => "a class",
            ShapeType => "a kind of shape",
            PointType => "a point",
            AnnotationType => "an annotation",
            ImageType => "an image",
            TrackType => "a track",
            GroupType => "a group",
            DatasetType => "the data set",
            _ => type.DisplayName,
        };

    /// <summary>The text of a node on one line, shortened.</summary>
    public static string Quote(SyntaxNode node)
    {
        var text = node.ToText();
        if (text.AsSpan().ContainsAny('\n', '\r'))
        {
            text = string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }
        return text.Length <= LongestQuote ? text : text[..(LongestQuote - 1)] + "…";
    }

    /// <summary>The words as a list: <c>`a`, `b` or `c`</c>, shortened after eight; of none, that there is none.</summary>
    public static string Choices(IReadOnlyList<string> words)
    {
        const int most = 8;
        if (words.Count > most)
        {
            return string.Join(", ", words.Take(most).Select(word => $"`{word}`")) + " …";
        }
        return words.Count == 0 ? "a name that is declared; there is none yet"
            : words.Count == 1 ? $"`{words[0]}`"
            : string.Join(", ", words.Take(words.Count - 1).Select(word => $"`{word}`")) + $" or `{words[^1]}`";
    }
}
