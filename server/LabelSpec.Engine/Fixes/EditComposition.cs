using System.Collections.Immutable;
using System.Text;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>Two rounds of edits of one file as one.</summary>
static class EditComposition
{
    /// <param name="earlier">Edits of the original text, in order and apart.</param>
    /// <param name="between">The text with them made.</param>
    /// <param name="later">Edits of that text, in order and apart.</param>
    /// <returns>Edits of the original text that give what the later ones give.</returns>
    public static ImmutableArray<FileEdit> Of(
        ImmutableArray<FileEdit> earlier,
        ReadOnlySpan<byte> between,
        ImmutableArray<FileEdit> later
    )
    {
        var composed = ImmutableArray.CreateBuilder<FileEdit>();
        // How far the text between lies behind the original, up to the place that is looked at.
        long shift = 0;
        int i = 0,
            j = 0;
        while (i < earlier.Length || j < later.Length)
        {
            var firstEarlier = i;
            var firstLater = j;
            var shiftBefore = shift;
            var start = Math.Min(
                i < earlier.Length ? earlier[i].Start + shift : long.MaxValue,
                j < later.Length ? later[j].Start : long.MaxValue
            );
            // Edits of both rounds that touch each other become one.
            var end = start;
            while (true)
                if (i < earlier.Length && earlier[i].Start + shift <= end)
                {
                    var length = Encoding.UTF8.GetByteCount(earlier[i].Text);
                    end = Math.Max(end, earlier[i].Start + shift + length);
                    shift += length - (earlier[i].End - earlier[i].Start);
                    i++;
                }
                else if (j < later.Length && later[j].Start <= end)
                    end = Math.Max(end, later[j++].End);
                else
                    break;
            composed.Add(
                j == firstLater && i == firstEarlier + 1
                    ? earlier[firstEarlier]
                    : new FileEdit(
                        (firstEarlier < i ? earlier[firstEarlier] : later[firstLater]).File,
                        start - shiftBefore,
                        end - shift,
                        Encoding.UTF8.GetString(
                            EditedText.Of(between, later.AsSpan()[firstLater..j], (int)start, (int)end)
                        )
                    )
            );
        }

        return composed.ToImmutable();
    }
}
