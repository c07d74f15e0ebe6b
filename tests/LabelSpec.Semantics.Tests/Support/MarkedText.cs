using System.Text;

namespace LabelSpec.Semantics.Tests.Support;

/// <summary>A guideline with expected diagnostics in it: <c>{|LS1002:carr|}</c>. Marks may be empty and may nest.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<(string Code, int Start, int Length)> Marks)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(string, int, int)>();
        var open = new Stack<(string Code, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("{|"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (marked.AsSpan(i).StartsWith("|}"))
            {
                var (code, start) = open.Pop();
                marks.Add((code, start, text.Length - start));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }
        Assert.Empty(open);
        return new MarkedText(text.ToString(), marks);
    }
}
