using System.Text;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>A piece of a text with edits made.</summary>
static class EditedText
{
    /// <param name="text">The whole text.</param>
    /// <param name="edits">Edits within the piece, in order and apart.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it ends.</param>
    public static byte[] Of(ReadOnlySpan<byte> text, ReadOnlySpan<FileEdit> edits, int start, int end)
    {
        var result = new MemoryStream();
        foreach (var edit in edits)
        {
            result.Write(text[start..(int)edit.Start]);
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            start = (int)edit.End;
        }

        result.Write(text[start..end]);
        return result.ToArray();
    }
}
