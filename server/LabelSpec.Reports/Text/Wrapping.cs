using System.Text;

namespace LabelSpec.Reports.Text;

/// <summary>Breaks text between words to the width of a terminal.</summary>
static class Wrapping
{
    const int Narrowest = 30;

    /// <param name="width">Columns of the terminal; 0 leaves the text as it is.</param>
    /// <param name="column">Where the first line starts.</param>
    /// <param name="indent">What every further line starts with.</param>
    public static string Wrap(string text, int width, int column, string indent)
    {
        if (width < Narrowest || column + text.Length <= width)
            return text;

        var result = new StringBuilder(text.Length + 32);
        var at = column;
        var first = true;
        foreach (var word in text.Split(' '))
        {
            if (!first && at + 1 + word.Length > width)
            {
                result.Append('\n').Append(indent).Append(word);
                at = indent.Length + word.Length;
            }
            else
            {
                if (!first)
                    result.Append(' ');
                result.Append(word);
                at += word.Length + (first ? 0 : 1);
            }

            first = false;
        }

        return result.ToString();
    }
}
