using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Files;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>What is written between quotes: paths of guidelines and pictures, keys and versions, and expressions in messages.</summary>
/// <param name="Label">The cursor is in what data files call something; with the word that stands before the text.</param>
/// <param name="Expression">The cursor is in an expression; the target is the type before the dot, null without one.</param>
sealed record StringCompletion(
    IReadOnlyList<Proposal> Proposals,
    (LabelType? Target, TextSpan Typed)? Expression = null,
    (Keyword Behind, TextSpan Typed)? Label = null
)
{
    /// <summary>Null where the cursor is not between quotes.</summary>
    public static StringCompletion? At(GuidelineAnalysis analysis, IReadOnlyList<SyntaxNode> path, int offset)
    {
        if (StringAround(analysis, offset) is not { } inner)
            return null;
        var before = analysis.Text[inner.Start..offset];
        var word = WordBefore(analysis, inner.Start);
        if (word is Keyword.Import)
            return new StringCompletion(
                PathCompletion.Below(analysis.Path, before, offset, WorkspaceFiles.IsGuideline)
            );
        if (word is Keyword.Example or Keyword.Counterexample || path.OfType<SceneImage>().Any())
            return new StringCompletion(PathCompletion.Below(analysis.Path, before, offset, PictureFile.Is));
        if (word is Keyword.Hotkey or Keyword.Since)
            return new StringCompletion(
                FreshValues.InQuotes(
                    word,
                    path.OfType<ClassDeclaration>().FirstOrDefault()?.Name.Value ?? "",
                    analysis.Compilation.Guideline,
                    TextSpan.FromBounds(inner.Start, offset)
                )
            );
        if (LabelBehind(analysis, inner.Start) is { } behind)
            return new StringCompletion([], Label: (behind, TextSpan.FromBounds(inner.Start, offset)));
        var brace = before.LastIndexOf('{');
        if (word is not Keyword.Message || brace < 0 || before.IndexOf('}', brace) >= 0)
            return new StringCompletion([]);
        return new StringCompletion([], InMessage(analysis, offset));
    }

    static (LabelType?, TextSpan)? InMessage(GuidelineAnalysis analysis, int offset)
    {
        var start = offset;
        while (start > 0 && (char.IsLetterOrDigit(analysis.Text[start - 1]) || analysis.Text[start - 1] == '_'))
            start--;
        var typed = TextSpan.FromBounds(start, offset);
        if (start == 0 || analysis.Text[start - 1] != '.')
            return (null, typed);
        if (NameChain.Before(analysis.Text, start - 1) is not { } names)
            return null;
        var type = ExpressionTypes.OfName(CompletionPlace.At(analysis, offset), names[0]);
        foreach (var name in names.Skip(1))
            type = type is null ? null : ExpressionTypes.MemberOf(analysis.Compilation.Guideline, type, name);
        return type is null ? null : (type, typed);
    }

    /// <summary>The stretch between the quotes around an offset.</summary>
    static TextSpan? StringAround(GuidelineAnalysis analysis, int offset)
    {
        var index = analysis.Tree.SegmentIndexAt(offset);
        for (var i = index; i >= Math.Max(index - 1, 0); i--)
        {
            var start = analysis.Tree.StartOf(i);
            foreach (var token in analysis.Tree.Segments[i].Tokens)
            {
                if (token.Kind is not (TokenKind.String or TokenKind.BlockString))
                    continue;
                var quotes = token.Kind == TokenKind.BlockString ? 3 : 1;
                var text = analysis.Tree.Segments[i].TextOf(token);
                var isClosed = text.Length >= 2 * quotes && text[^1] == '"';
                var inner = TextSpan.FromBounds(
                    start + token.Start + Math.Min(quotes, token.Length),
                    start + token.End - (isClosed ? quotes : 0)
                );
                if (inner.Length >= 0 && inner.Touches(offset))
                    return inner;
            }
        }

        return null;
    }

    static Keyword WordBefore(GuidelineAnalysis analysis, int offset) =>
        new TokensBefore(analysis.Tree, offset - 1)[0].Keyword;

    /// <summary>The word that says that a text is what data files call something; null where it is another text.</summary>
    static Keyword? LabelBehind(GuidelineAnalysis analysis, int offset)
    {
        var tokens = new TokensBefore(analysis.Tree, offset - 1);
        var distance = 0;
        while (tokens[distance].Kind is TokenKind.Comma or TokenKind.String)
            distance++;
        if (tokens[distance].Keyword is Keyword.Alias or Keyword.Replaces)
            return tokens[distance].Keyword;
        return distance == 0 && tokens[1].Keyword is Keyword.Class or Keyword.Attribute ? tokens[1].Keyword : null;
    }
}
