using System.Text;

namespace LabelSpec.Engine.Fixes;

/// <summary>Lines of a piece of text, each with its line end.</summary>
static class DiffLines
{
    public static List<string> Split(ReadOnlySpan<byte> text)
    {
        var lines = new List<string>();
        while (!text.IsEmpty)
        {
            var length = text.IndexOf((byte)'\n') + 1;
            if (length == 0)
                length = text.Length;
            lines.Add(Encoding.UTF8.GetString(text[..length]));
            text = text[length..];
        }

        return lines;
    }

    public static int CommonStart(List<string> a, List<string> b)
    {
        var count = 0;
        while (count < a.Count && count < b.Count && a[count] == b[count])
            count++;
        return count;
    }

    /// <summary>How many lines are equal at the end, not counting those that are equal at the start already.</summary>
    public static int CommonEnd(List<string> a, List<string> b, int start)
    {
        var count = 0;
        while (count < a.Count - start && count < b.Count - start && a[^(count + 1)] == b[^(count + 1)])
            count++;
        return count;
    }
}
