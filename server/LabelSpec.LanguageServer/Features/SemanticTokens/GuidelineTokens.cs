using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What each token of a guideline is: by its meaning where it has one, otherwise by its looks.</summary>
sealed class GuidelineTokens
{
    readonly GuidelineAnalysis _analysis;
    readonly TextSpan _range;
    readonly Dictionary<int, Occurrence> _occurrences = [];
    readonly int[] _starts;
    readonly List<SemanticToken> _tokens = [];

    /// <summary>Where the segment begins that is being looked at.</summary>
    int _segment;

    GuidelineTokens(GuidelineAnalysis analysis, TextSpan range)
    {
        _analysis = analysis;
        _range = range;
        foreach (var occurrence in analysis.Compilation.Index.In(analysis.File))
            _occurrences.TryAdd(occurrence.Span.Start, occurrence);
        _starts = [.. _occurrences.Keys.Order()];
    }

    /// <summary>In the order of the text, none over another, each within one line.</summary>
    public static IReadOnlyList<SemanticToken> In(GuidelineAnalysis analysis, TextSpan range)
    {
        var tokens = new GuidelineTokens(analysis, range);
        var first = analysis.Tree.SegmentIndexAt(range.Start);
        for (var i = first; i < analysis.Tree.Segments.Count && analysis.Tree.StartOf(i) <= range.End; i++)
            tokens.AddSegment(analysis.Tree.Segments[i], analysis.Tree.StartOf(i));
        tokens._tokens.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return tokens._tokens;
    }

    void AddSegment(Segment segment, int start)
    {
        _segment = start;
        var roles = WordRoles.In(segment);
        foreach (var trivia in segment.Trivia)
            if (trivia.IsComment)
                Add(
                    TextSpan.FromBounds(start + trivia.Start, start + trivia.End),
                    TokenClass.Comment,
                    trivia.Kind == TriviaKind.DocComment ? TokenModifiers.Documentation : TokenModifiers.None
                );
        foreach (var token in segment.Tokens)
        {
            var span = token.Span.Shift(start);
            switch (token.Kind)
            {
                case TokenKind.Word or TokenKind.QuotedName:
                    AddWord(token, span, roles);
                    break;
                case TokenKind.String or TokenKind.BlockString:
                    AddString(span, roles);
                    break;
                case TokenKind.Number or TokenKind.Color:
                    Add(span, TokenClass.Number);
                    break;
            }
        }
    }

    /// <summary>A text, with the names that stand in the expressions of a message.</summary>
    void AddString(TextSpan span, WordRoles roles)
    {
        if (_occurrences.TryGetValue(span.Start, out var whole))
        {
            Add(whole, span);
            return;
        }

        var at = span.Start;
        foreach (var name in NamesIn(span, roles))
        {
            if (name.Start < at)
                continue;
            Add(TextSpan.FromBounds(at, name.Start), TokenClass.String);
            if (_occurrences.TryGetValue(name.Start, out var occurrence))
                Add(occurrence, name);
            else if (!AddBuiltIn(name))
                Add(name, TokenClass.String);
            at = name.End;
        }

        Add(TextSpan.FromBounds(at, span.End), TokenClass.String);
    }

    /// <summary>In the order of the text. What the compiler did not understand is not among the occurrences, and in the tree all the same.</summary>
    IEnumerable<TextSpan> NamesIn(TextSpan span, WordRoles roles)
    {
        if (!_analysis.Text.AsSpan(span.Start, span.Length).Contains('{'))
            return [];
        return Within(span)
            .Select(occurrence => new TextSpan(occurrence.Span.Start, occurrence.Span.Length))
            .Concat(roles.InMessages.Select(name => name.Shift(_segment)).Where(span.Contains))
            .DistinctBy(name => name.Start)
            .OrderBy(name => name.Start);
    }

    IEnumerable<Occurrence> Within(TextSpan span)
    {
        var first = Array.BinarySearch(_starts, span.Start);
        for (var i = first < 0 ? ~first : first; i < _starts.Length && _starts[i] < span.End; i++)
            yield return _occurrences[_starts[i]];
    }

    void AddWord(Token token, TextSpan span, WordRoles roles)
    {
        if (_occurrences.TryGetValue(span.Start, out var occurrence))
            Add(occurrence, span);
        else if (roles.Find(token.Start) is { } role)
            Add(span, role);
        else if (token.Keyword != Keyword.NoKeyword)
            Add(span, TokenClass.Keyword);
    }

    void Add(TextSpan span, WordRole role)
    {
        if (role == WordRole.Header)
            Add(span, TokenClass.Namespace, TokenModifiers.Declaration);
        else if (role == WordRole.Label)
            Add(span, TokenClass.Variable);
        else if (role == WordRole.Type)
            Add(span, TokenClass.Type, TokenModifiers.DefaultLibrary);
        else if (role == WordRole.Severity)
            Add(span, TokenClass.EnumMember, TokenModifiers.DefaultLibrary);
        else if (role == WordRole.Modifier)
            Add(span, TokenClass.Modifier);
        else if (role == WordRole.Setting)
            Add(span, TokenClass.Property);
        else if (role == WordRole.Metric)
            Add(span, TokenClass.Property, TokenModifiers.DefaultLibrary);
        else if (role == WordRole.Check)
            Add(span, TokenClass.Event, TokenModifiers.DefaultLibrary);
        else
            AddBuiltIn(span);
    }

    /// <summary>What the language itself gives a name: functions, members, and what is judged.</summary>
    bool AddBuiltIn(TextSpan span)
    {
        var name = _analysis.Text.Substring(span.Start, span.Length);
        var kind =
            FunctionTable.Find(name) is not null && IsCalled(span) ? TokenClass.Function
            : span.Start > 0 && _analysis.Text[span.Start - 1] == '.' ? TokenClass.Property
            : name is "image" or "dataset" or "self" ? TokenClass.Variable
            : (TokenClass?)null;
        if (kind is { } found)
            Add(span, found, TokenModifiers.DefaultLibrary);
        return kind is not null;
    }

    bool IsCalled(TextSpan span) =>
        _analysis.Text.AsSpan(span.End).TrimStart() is { IsEmpty: false } rest && rest[0] == '(';

    void Add(Occurrence occurrence, TextSpan span)
    {
        var modifiers = occurrence.IsDeclaration ? TokenModifiers.Declaration : TokenModifiers.None;
        var (kind, more) = occurrence.Symbol switch
        {
            ClassSymbol @class => (
                TokenClass.Class,
                (@class.IsAbstract ? TokenModifiers.Abstract : TokenModifiers.None)
                    | (@class.Deprecated is null ? TokenModifiers.None : TokenModifiers.Deprecated)
            ),
            AttributeSymbol or KeypointSymbol => (TokenClass.Property, TokenModifiers.None),
            EnumValueSymbol => (TokenClass.EnumMember, TokenModifiers.None),
            LetSymbol { Parameters.IsEmpty: true } => (TokenClass.Variable, TokenModifiers.Readonly),
            LetSymbol => (TokenClass.Function, TokenModifiers.None),
            RuleSymbol => (TokenClass.Event, TokenModifiers.None),
            SkeletonSymbol => (TokenClass.Struct, TokenModifiers.None),
            VariableSymbol => (TokenClass.Parameter, TokenModifiers.None),
            _ => (TokenClass.Variable, TokenModifiers.None),
        };
        Add(span, kind, modifiers | more);
    }

    /// <summary>Cuts at line breaks: clients need not take tokens over several lines.</summary>
    void Add(TextSpan span, TokenClass kind, TokenModifiers modifiers = TokenModifiers.None)
    {
        if (span.IsEmpty || !span.Overlaps(_range))
            return;
        var text = _analysis.Text;
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at < span.End && text[at] is not ('\n' or '\r'))
                continue;
            // Of what spans several lines, only the lines that are asked for.
            if (at > start && TextSpan.FromBounds(start, at).Overlaps(_range))
                _tokens.Add(new SemanticToken(TextSpan.FromBounds(start, at), kind, modifiers));
            start = at + 1;
        }
    }
}
