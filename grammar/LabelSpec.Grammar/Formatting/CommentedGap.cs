using System.Text;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Formatting;

/// <summary>
/// Writes a gap with its comments. A comment stays behind the token on whose line it stands, or on a line of its own; a
/// comment to the end of the line always ends the line.
/// </summary>
static class CommentedGap
{
    /// <summary>A gap at whose end a line begins.</summary>
    public static string Write(FormatSource source, int token, LineStart line)
    {
        var writer = new Writer(source, token, line.CommentIndent, line.EmptyLines);
        writer.WriteComments();
        if (writer.EndsOnCommentLine)
            writer.Append(" ");
        else
            writer.BreakLine(line.Indent, isLast: true);
        return writer.Text;
    }

    /// <summary>A gap within a line, unless a comment breaks it.</summary>
    public static string Write(FormatSource source, int token, int indent, string separator)
    {
        if (!source.Tokens[token].Trivia.Any(t => t.IsComment))
            return separator;
        var writer = new Writer(source, token, indent, EmptyLines.Forbidden);
        writer.WriteComments();
        if (writer.MustBreak)
            writer.BreakLine(indent, isLast: true);
        else
            writer.Append(" ");
        return writer.Text;
    }

    /// <summary>Whether a comment before a token makes it begin a line.</summary>
    public static bool BreaksLine(FormatSource source, int token)
    {
        var trivia = source.Tokens[token].Trivia;
        return trivia.Any(t => t.IsComment && (!IsInline(source, t)))
            || (trivia.Any(t => t.IsComment) && source.HasLineBreakBefore(token));
    }

    /// <summary>The width of the comments that stay within the line.</summary>
    public static int InlineWidth(FormatSource source, int token, bool isFirst) =>
        isFirst ? 0 : source.Tokens[token].Trivia.Where(t => t.IsComment).Sum(t => t.Length + 1);

    /// <summary>Whether something may follow a comment on its line.</summary>
    static bool IsInline(FormatSource source, Trivia comment) =>
        comment.Kind == TriviaKind.BlockComment
        && comment.Length >= 4
        && source.Text.AsSpan(comment.Start, comment.Length).EndsWith("*/");

    sealed class Writer(FormatSource source, int token, int indent, EmptyLines emptyLines)
    {
        readonly StringBuilder _text = new();
        readonly bool _isFirst = token == 0;
        int _lineBreaks;
        bool _hasBroken;
        bool _afterLineComment;
        bool _afterComment;
        bool _onCommentLine;

        public string Text => _text.ToString();

        /// <summary>The last comment began its line, and the token stood behind it on the same line.</summary>
        public bool EndsOnCommentLine => _onCommentLine && _lineBreaks == 0 && !_afterLineComment;

        public bool MustBreak => _afterLineComment || _lineBreaks > 0;

        public void Append(string text) => _text.Append(text);

        public void WriteComments()
        {
            if (_isFirst && source.Text.StartsWith('\uFEFF'))
                _text.Append('\uFEFF');
            foreach (var trivia in source.Tokens[token].Trivia)
            {
                if (trivia.Kind == TriviaKind.NewLine)
                    _lineBreaks++;
                if (trivia.IsComment)
                    WriteComment(trivia);
            }
        }

        public void BreakLine(int width, bool isLast = false)
        {
            // Nothing precedes the first line of a file.
            if (!_isFirst || _afterComment)
            {
                _text.Append(source.LineBreak);
                if (_hasBroken ? AllowsEmptyLine(isLast) : NeedsEmptyLine())
                    _text.Append(source.LineBreak);
            }

            _text.Append(' ', width);
            _hasBroken = true;
        }

        void WriteComment(Trivia comment)
        {
            var startsLine = _lineBreaks > 0 || _afterLineComment;
            if (startsLine || (_isFirst && !_afterComment))
            {
                BreakLine(indent);
                _onCommentLine = true;
            }
            else
                _text.Append(' ');

            var text = source.Text.AsSpan(comment.Start, comment.Length);
            _text.Append(text.TrimEnd());
            _afterLineComment = !IsInline(source, comment);
            _afterComment = true;
            _lineBreaks = 0;
        }

        bool NeedsEmptyLine() =>
            emptyLines switch
            {
                EmptyLines.Required => !_isFirst,
                EmptyLines.Allowed => _lineBreaks > 1,
                _ => false,
            };

        /// <summary>Below a comment the author's empty lines count.</summary>
        bool AllowsEmptyLine(bool isLast) => _lineBreaks > 1 && !(isLast && emptyLines == EmptyLines.ForbiddenAround);
    }
}
