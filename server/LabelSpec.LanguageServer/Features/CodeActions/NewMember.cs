using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>One more member at the end of a class, laid out as those that are there.</summary>
static class NewMember
{
    /// <summary>What goes before a new first member, straight behind the brace: a block on one line stays on one.</summary>
    public static string First(SyntaxTree tree, MemberBlock body) =>
        body.Members is [var first, ..]
        && tree.Text.AsSpan(tree.SpanOf(body).Start, tree.SpanOf(first).Start - tree.SpanOf(body).Start)
            .IndexOfAny('\r', '\n') < 0
            ? " "
            : "\n  ";

    public static (TextSpan Span, string Text) Of(SyntaxTree tree, ClassDeclaration declared, string member)
    {
        if (declared.Body is not { } body)
            return (new TextSpan(tree.SpanOf(declared).End, 0), $" {{\n  {member}\n}}");
        if (body.Members is not [.., var last])
            return (new TextSpan(tree.SpanOf(body).Start + 1, 0), $"\n  {member}\n");
        var (start, end) = (tree.SpanOf(last).Start, tree.SpanOf(last).End);
        var before = tree.Text[(tree.Text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1)..start];
        if (!string.IsNullOrWhiteSpace(before))
            return (new TextSpan(end, 0), " " + member);
        // A comment behind the last member stays with it.
        var rest = tree.Text.AsSpan(end);
        var line = rest.IndexOfAny('\r', '\n') is >= 0 and var found ? rest[..found] : rest;
        if (line.TrimStart().StartsWith("//"))
            end += line.Length;
        return (new TextSpan(end, 0), "\n" + before + member);
    }
}
