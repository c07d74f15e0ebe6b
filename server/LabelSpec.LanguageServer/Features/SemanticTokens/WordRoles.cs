using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using Syntax = LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What the words of a segment are. Most words of the language are names elsewhere, so only the tree can tell.</summary>
sealed class WordRoles
{
    readonly Dictionary<int, WordRole> _roles = [];

    public static WordRoles In(Segment segment)
    {
        var roles = new WordRoles();
        foreach (var declaration in segment.Declarations)
            roles.Collect(declaration, segment);
        return roles;
    }

    /// <summary>Null for keywords.</summary>
    /// <param name="start">Of the word, counted from the segment's start.</param>
    public WordRole? Find(int start) => _roles.TryGetValue(start, out var role) ? role : null;

    /// <summary>The names in the expressions of messages, which stand within tokens of text.</summary>
    public List<TextSpan> InMessages { get; } = [];

    void CollectMessage(SyntaxNode node)
    {
        foreach (var child in node.Children)
            if (child is Name { IsMissing: false } name)
                InMessages.Add(name.Span);
            else
                CollectMessage(child);
    }

    void Collect(SyntaxNode node, Segment segment)
    {
        switch (node)
        {
            case Name { IsMissing: false } name:
                _roles.TryAdd(name.Span.Start, WordRole.Name);
                break;
            case Syntax.BoolType
            or Syntax.IntType
            or Syntax.NumberType
            or Syntax.TextType
            or Syntax.RefType
            or Syntax.SetType
            or Syntax.Geometry:
                _roles[node.Span.Start] = WordRole.Type;
                break;
            case SeverityClause:
                foreach (var token in segment.TokensIn(node.Span))
                    if (token.Kind == TokenKind.Word)
                        _roles[token.Start] = WordRole.Severity;
                break;
            case ClassDeclaration:
                foreach (var token in segment.TokensIn(node.Span))
                    if (token.Keyword is Keyword.Abstract or Keyword.Ignore)
                        _roles[token.Start] = WordRole.Modifier;
                    else
                        break;
                break;
            case GuidelineDeclaration { Name.IsMissing: false } header:
                _roles[header.Name.Span.Start] = WordRole.Header;
                break;
            case SceneAnnotation { Name: { IsMissing: false } label }:
                _roles[label.Span.Start] = WordRole.Label;
                break;
            case SceneTrack { Name.IsMissing: false } track:
                _roles[track.Name.Span.Start] = WordRole.Label;
                break;
            case ExpectedPlace { Name.IsMissing: false } expected:
                _roles[expected.Name.Span.Start] = WordRole.Label;
                break;
            case PropertyMember { Name.IsMissing: false } said:
                _roles[said.Name.Span.Start] = WordRole.Setting;
                break;
            case SettingMember { Name.IsMissing: false } setting:
                _roles[setting.Name.Span.Start] = WordRole.Setting;
                break;
            case Criterion { Metric.IsMissing: false } criterion:
                _roles[criterion.Metric.Span.Start] = WordRole.Metric;
                break;
            case CheckDeclaration { Name.IsMissing: false } check:
                _roles[check.Name.Span.Start] = WordRole.Check;
                break;
            case MessageMember message:
                CollectMessage(message);
                break;
            // The words of shapes and limits are held as names by the tree, and are words of the language all the same.
            case ShapeChoice { Keyword.IsMissing: false } shape:
                _roles[shape.Keyword.Span.Start] = WordRole.Type;
                break;
        }

        foreach (var child in node.Children)
            if (node is not LimitMember limit || child != limit.Quantity)
                if (node is not Syntax.NumberType type || child != type.Unit)
                    Collect(child, segment);
    }
}
