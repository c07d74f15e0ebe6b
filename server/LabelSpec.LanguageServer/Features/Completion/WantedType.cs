using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The types that the words before the cursor ask for.</summary>
static class WantedType
{
    /// <summary>The type of what stands before `==`, `!=`, `in (`, `=` or `= (`; null where nothing is asked for.</summary>
    public static LabelType? Of(CompletionPlace place)
    {
        var tokens = place.Before;
        if (tokens[0].Kind == TokenKind.Equals)
            return Assigned(place, tokens.TextOf(1)) ?? EndingAt(place, tokens.EndOf(1));
        if (tokens[0].Kind is TokenKind.EqualsEquals or TokenKind.NotEquals)
            return EndingAt(place, tokens.EndOf(1));
        for (
            var i = 0;
            tokens[i].Kind is TokenKind.Comma or TokenKind.Word or TokenKind.String or TokenKind.OpenParen;
            i++
        )
            if (tokens[i].Kind == TokenKind.OpenParen)
                return tokens[i + 1].Kind == TokenKind.Equals ? Assigned(place, tokens.TextOf(i + 2))
                    : tokens[i + 1].Keyword != Keyword.In ? null
                    : EndingAt(place, tokens.EndOf(tokens[i + 2].Keyword == Keyword.Not ? i + 3 : i + 2));
        return null;
    }

    /// <summary>The unit in which a number is to be written, as it is written; null where that is not known.</summary>
    public static string? UnitOf(CompletionPlace place)
    {
        var tokens = place.Before;
        if (
            tokens[0].Kind
                is TokenKind.Less
                    or TokenKind.LessEquals
                    or TokenKind.Greater
                    or TokenKind.GreaterEquals
                    or TokenKind.EqualsEquals
                    or TokenKind.NotEquals
            && EndingAt(place, tokens.EndOf(1)) is NumberType { Unit: var unit }
        )
            return unit.Equals(Semantics.Types.Unit.Ratio) ? "%"
                : unit.IsScalar ? null
                : unit.ToString();
        for (
            var i = 0;
            tokens[i].Kind is not (TokenKind.EndOfSegment or TokenKind.OpenBrace or TokenKind.CloseBrace);
            i++
        )
            switch (tokens[i].Keyword)
            {
                case Keyword.Size or Keyword.Width or Keyword.Height or Keyword.Side or Keyword.Perimeter:
                    return "px";
                case Keyword.Area:
                    return "px2";
                case Keyword.Angle:
                    return "deg";
                case Keyword.Inside or Keyword.Sample or Keyword.Below:
                    return "%";
                case Keyword.Require or Keyword.Forbid or Keyword.Unless or Keyword.When or Keyword.Where:
                    return null;
            }

        return null;
    }

    static LabelType? Assigned(CompletionPlace place, string name) =>
        AttributesInReach.Assigned(place, name) is { } attribute ? ExpressionTypes.TypeOf([attribute])
        : SceneBlock.Around(place) is { HoldsAnnotations: false } && SceneMembers.Find(name)?.Type is BoolAttributeType
            ? BoolType.Instance
        : null;

    /// <summary>The type of what stands before the dot that was typed last; null where there is none.</summary>
    public static LabelType? BeforeDot(CompletionPlace place)
    {
        var tokens = place.Before;
        if (tokens[0].Kind != TokenKind.Dot)
            return null;
        var end = tokens.EndOf(1);
        return EndingAt(place, end) ?? place.Analysis.Compilation.Index.ExpressionAt(place.Analysis.File, end)?.Type;
    }

    static LabelType? EndingAt(CompletionPlace place, int end)
    {
        if (end < 0)
            return null;
        // The outermost chain of names that ends here: `a.state` and not `state`.
        var chain = place
            .Tree.PathAt(end)
            .OfType<Expression>()
            .FirstOrDefault(node => place.Tree.SpanOf(node).End == end && node is NameExpression or MemberExpression);
        if (chain is not null)
            return ExpressionTypes.Of(place, chain);
        return NameChain.Before(place.Tree.Text, end) is { } names ? OfChain(place, names) : null;
    }

    static LabelType? OfChain(CompletionPlace place, IReadOnlyList<string> names)
    {
        var type = ExpressionTypes.OfName(place, names[0]);
        foreach (var name in names.Skip(1))
            type = type is null ? null : ExpressionTypes.MemberOf(place.Guideline, type, name);
        return type;
    }
}
