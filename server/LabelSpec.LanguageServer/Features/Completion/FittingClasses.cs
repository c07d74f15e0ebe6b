using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The classes that would not be a mistake at a place: no class extends itself, and nothing is annotated with an abstract one.</summary>
static class FittingClasses
{
    public static IEnumerable<ClassSymbol> At(CompletionPlace place)
    {
        var before = place.Before;
        var classes = place.Guideline.Classes.Where(@class => @class.Name.Length > 0);
        if (BehindExtends(before) is { } extends)
            return classes.Where(other =>
                other.Name != extends.Class
                && !extends.Parents.Contains(other.Name)
                && !other.Ancestors.Any(ancestor => ancestor.Name == extends.Class)
            );
        var own = OwnClass(before);
        if (before[0].Keyword == Keyword.Use)
            return classes.Where(other => !other.IsAbstract && other.Name != own);
        if (before[before.Count - 1].Keyword == Keyword.Test || IsSetClass(before))
            return classes.Where(other => !other.IsAbstract);
        if (Distinguished(before) is { Count: > 0 } named)
            return classes.Where(other => !named.Contains(other.Name));
        return classes;
    }

    /// <summary>`fix set a.class =`: what stands there is the name of a class and nothing else.</summary>
    public static bool IsSetClass(TokensBefore before) =>
        before[0].Kind == TokenKind.Equals
        && before[1].Keyword == Keyword.Class
        && before[2].Kind == TokenKind.Dot
        && before[4].Keyword == Keyword.Set;

    /// <summary>The class whose parents are being named, and those that it has.</summary>
    static (string Class, HashSet<string> Parents)? BehindExtends(TokensBefore before)
    {
        var parents = new HashSet<string>(StringComparer.Ordinal);
        var distance = 0;
        while (before[distance].Keyword != Keyword.Extends)
        {
            if (before[distance].Kind is TokenKind.Word or TokenKind.QuotedName)
                parents.Add(before.TextOf(distance));
            else if (before[distance].Kind != TokenKind.Comma)
                return null;
            distance++;
        }

        distance++;
        return (before.TextOf(before[distance].Kind == TokenKind.String ? distance + 1 : distance), parents);
    }

    /// <summary>The class in whose block a member stands; null elsewhere.</summary>
    static string? OwnClass(TokensBefore before)
    {
        for (var distance = before.Count - 1; distance > 0; distance--)
            if (before[distance].Keyword == Keyword.Class)
                return before.TextOf(distance - 1);
            else if (before[distance].Keyword is not (Keyword.Abstract or Keyword.Ignore))
                return null;
        return null;
    }

    /// <summary>Behind `distinguish A from B,` the classes that are named.</summary>
    static HashSet<string>? Distinguished(TokensBefore before)
    {
        if (
            before[before.Count - 1].Keyword != Keyword.Distinguish
            || before[0].Kind is not (TokenKind.Comma or TokenKind.Word)
        )
            return null;
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var distance = before.Count - 2; distance >= 0; distance--)
            if (before[distance].Kind == TokenKind.OpenBrace)
                return null;
            else if (
                before[distance].Kind is TokenKind.Word or TokenKind.QuotedName
                && before[distance].Keyword != Keyword.From
            )
                named.Add(before.TextOf(distance));
        return named;
    }
}
