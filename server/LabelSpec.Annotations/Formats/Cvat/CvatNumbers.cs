using System.Text;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>Takes numbers out of a shape's attributes and reports the ones that are missing or none.</summary>
readonly ref struct CvatNumbers(ReadOnlySpan<byte> text, XmlRange tag, int file, ProblemLog problems)
{
    readonly ReadOnlySpan<byte> text = text;

    /// <summary>NaN where there is no number.</summary>
    public double Required(in CvatAttributes attributes, CvatKey key)
    {
        var range = attributes[(int)key];
        if (!range.IsNone)
            return Parse(range);
        var name = Encoding.UTF8.GetString(CvatKeys.NameOf(key));
        problems.Report(XmlProblems.MissingValue, new(file, tag.Start, tag.Length), $"The shape has no \"{name}\".");
        return double.NaN;
    }

    public double Optional(in CvatAttributes attributes, CvatKey key, double missing)
    {
        var range = attributes[(int)key];
        return range.IsNone || range.Length == 0 ? missing : Parse(range);
    }

    /// <summary>The whole number nearest to what is written, <paramref name="missing"/> where there is none.</summary>
    public int Whole(in CvatAttributes attributes, CvatKey key, int missing)
    {
        var number = Optional(attributes, key, missing);
        return double.IsNaN(number) ? missing : (int)Math.Clamp(Math.Round(number), int.MinValue, int.MaxValue);
    }

    /// <summary>Null where the attribute is not there.</summary>
    public bool? Flag(in CvatAttributes attributes, CvatKey key)
    {
        var range = attributes[(int)key];
        if (range.IsNone)
            return null;
        var value = text.Slice(range.Start, range.Length);
        var isSet = value.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(value, "true"u8);
        if (!isSet && !value.SequenceEqual("0"u8) && !Ascii.EqualsIgnoreCase(value, "false"u8))
            problems.Report(
                XmlProblems.NotAFlag,
                new(file, range.Start, range.Length),
                $"{Encoding.UTF8.GetString(CvatKeys.NameOf(key))} is \"{Shown(value)}\"; it is 0 or 1."
            );
        return isSet;
    }

    /// <summary>Appends the numbers of "x,y;x,y" to a list.</summary>
    public void Points(XmlRange range, List<double> points)
    {
        var at = range.Start;
        while (at < range.End)
        {
            var length = text[at..range.End].IndexOfAny((byte)',', (byte)';');
            if (length < 0)
                length = range.End - at;
            points.Add(Parse(new(at, length)));
            at += length + 1;
        }
    }

    double Parse(XmlRange range)
    {
        var value = text.Slice(range.Start, range.Length);
        if (XmlText.TryParse(value, out double number))
            return number;
        problems.Report(
            XmlProblems.NotANumber,
            new(file, range.Start, range.Length),
            $"\"{Shown(value)}\" is no number; coordinates are written like 12.50."
        );
        return double.NaN;
    }

    static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(40, value.Length)]);
}
