using LabelSpec.Annotations.Project;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>What is done about a mistake in a project file.</summary>
static class ProjectRepairs
{
    /// <summary>Null where nothing can be done by a program.</summary>
    public static (string Title, TextSpan Span, string Text)? Of(string text, ProjectProblem problem)
    {
        var span = TextSpan.FromBounds(problem.Range.StartOffset, problem.Range.EndOffset);
        if (problem.Replacement is { } replacement)
            return ($"Replace by {replacement}", span, replacement);
        return problem.Code == ProjectProblemCodes.DuplicateKey && LineOf(text, span.Start) is { } line
            ? ("Remove it", line, "")
            : null;
    }

    /// <summary>The line of a key, where the key is first on it and the value stands on it as a whole; else null.</summary>
    static TextSpan? LineOf(string text, int key)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, key - 1)) + 1;
        if (key == 0)
            start = 0;
        if (!string.IsNullOrWhiteSpace(text[start..key]))
            return null;
        var end = text.IndexOf('\n', key) is >= 0 and var found ? found + 1 : text.Length;
        var next = text.AsSpan(end).TrimStart("\r\n");
        var indent = next.Length - next.TrimStart(' ').Length;
        return next.Length > 0 && (indent > key - start || next[indent..].StartsWith("- "))
            ? null
            : TextSpan.FromBounds(start, end);
    }
}
