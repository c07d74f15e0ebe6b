using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LabelSpec.Benchmarks.Data;

/// <summary>
/// Writes a COCO file that holds the images and annotations of another one several times, each time with ids and file names of its
/// own: data sets of any size with the shapes, text and defects of a smaller one.
/// </summary>
public static class CocoRepeater
{
    enum CutKind
    {
        Id,
        Name,
    }

    /// <summary>A value of the original that each copy writes anew: where it begins and ends.</summary>
    readonly record struct Cut(CutKind Kind, int Start, int End);

    /// <summary>The elements of one array: their bytes, and which of their values change.</summary>
    sealed record Elements(int Start, int End, List<Cut> Cuts);

    /// <param name="path">A COCO file below 2 GB.</param>
    /// <param name="target">The file to write, unless it is there already.</param>
    /// <param name="copies">How often images and annotations are repeated.</param>
    public static string Write(string path, string target, int copies)
    {
        if (File.Exists(target))
            return target;
        var text = File.ReadAllBytes(path);
        var arrays = Find(text);
        var step = StepOf(text, arrays);
        using (
            var output = new FileStream(target + ".part", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20)
        )
        {
            var at = 0;
            foreach (var array in arrays)
            {
                output.Write(text, at, array.Start - at);
                for (var copy = 0; copy < copies; copy++)
                {
                    if (copy > 0)
                        output.WriteByte((byte)',');
                    Write(text, array, copy, copy * step, output);
                }

                at = array.End;
            }

            output.Write(text, at, text.Length - at);
        }

        File.Move(target + ".part", target);
        return target;
    }

    static void Write(byte[] text, Elements array, int copy, long shift, Stream output)
    {
        var at = array.Start;
        foreach (var cut in array.Cuts)
        {
            output.Write(text, at, cut.Start - at);
            at = cut.End;
            if (cut.Kind == CutKind.Name)
            {
                output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{copy:D3}_")));
                at = cut.Start + 1;
                continue;
            }

            output.Write(Encoding.ASCII.GetBytes((IdAt(text, cut) + shift).ToString(CultureInfo.InvariantCulture)));
        }

        output.Write(text, at, array.End - at);
    }

    // The power of ten above all ids keeps those of the copies apart.
    static long StepOf(byte[] text, List<Elements> arrays)
    {
        var largest = arrays
            .SelectMany(array => array.Cuts)
            .Where(cut => cut.Kind == CutKind.Id)
            .Max(cut => IdAt(text, cut));
        var step = 10L;
        while (step <= largest)
            step *= 10;
        return step;
    }

    static long IdAt(byte[] text, Cut cut) =>
        long.Parse(text.AsSpan(cut.Start, cut.End - cut.Start), CultureInfo.InvariantCulture);

    static List<Elements> Find(byte[] text)
    {
        var arrays = new List<Elements>();
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRepeated = reader.ValueTextEquals("images") || reader.ValueTextEquals("annotations");
            reader.Read();
            if (!isRepeated)
            {
                reader.Skip();
                continue;
            }

            var start = (int)reader.BytesConsumed;
            var cuts = new List<Cut>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                AddCuts(ref reader, cuts);
            arrays.Add(new Elements(start, (int)reader.TokenStartIndex, cuts));
        }

        return arrays;
    }

    static void AddCuts(ref Utf8JsonReader reader, List<Cut> cuts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id") || reader.ValueTextEquals("image_id");
            var isName = reader.ValueTextEquals("file_name");
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.Number)
                cuts.Add(new Cut(CutKind.Id, (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            else if (isName && reader.TokenType == JsonTokenType.String)
                cuts.Add(new Cut(CutKind.Name, (int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            else
                reader.Skip();
        }
    }
}
