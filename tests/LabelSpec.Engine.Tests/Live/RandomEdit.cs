using System.Text.RegularExpressions;
using CsCheck;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Engine.Tests.Live;

/// <summary>An edit as people make them while they type, of whatever text there is.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where, as a share of the text or of the places where it can be done.</param>
/// <param name="Choice">Which of several ways.</param>
public sealed partial record RandomEdit(EditKind Kind, double Place, int Choice)
{
    static readonly string[] Typed =
    [
        "",
        "0",
        "7",
        "-",
        ".",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\r\n",
        "é",
        "😀",
        "null",
        "<",
        ">",
        "/>",
        "e9",
        "{}",
    ];

    public static Gen<RandomEdit> Any { get; } =
        Gen.Select(
            Gen.Int[0, Enum.GetValues<EditKind>().Length - 1],
            Gen.Double[0, 0.999999],
            Gen.Int[0, 1 << 20],
            (kind, place, choice) => new RandomEdit((EditKind)kind, place, choice)
        );

    public EditorText Apply(EditorText text)
    {
        var now = text.ToString();
        var (start, length, inserted) = Kind switch
        {
            EditKind.Type => (At(now.Length + 1), 0, Typed[Choice % Typed.Length]),
            EditKind.Delete => (At(now.Length + 1), 1 + Choice % 12, ""),
            EditKind.Number => Instead(NumberPattern(), now, [.. "0 1 2 3 5 8 9 -4 1.5 100 640 1e3 12345".Split(' ')]),
            EditKind.Word => Instead(WordPattern(), now, ["car", "bus", "id", "image_id", "bbox", "RBC", "name", "x"]),
            EditKind.RemoveElement => Instead(ElementPattern(), now, [""]),
            EditKind.RepeatElement => Repeated(now),
            _ => (0, now.Length, Choice % 3 == 0 ? "" : now[(now.Length / 2)..] + now[..(now.Length / 2)]),
        };
        // Places inside a pair of surrogates are none that an editor can name.
        (start, length) = (Outside(now, start), Math.Min(length, now.Length - Outside(now, start)));
        length = Outside(now, start + length) - start;
        if (Kind != EditKind.Everything)
            return text.Replace(Position(now, start), Position(now, start + length), inserted);
        return new EditorText(now[..start] + inserted + now[(start + length)..]);
    }

    int At(int count) => (int)(Place * count);

    (int, int, string) Instead(Regex pattern, string text, string[] by)
    {
        var found = pattern.Matches(text);
        if (found.Count == 0)
            return (0, 0, "");
        var one = found[At(found.Count)];
        return (one.Index, one.Length, by[Choice % by.Length]);
    }

    (int, int, string) Repeated(string text)
    {
        var found = ElementPattern().Matches(text);
        if (found.Count == 0)
            return (text.Length, 0, text.Split('\n')[0] + "\n");
        var one = found[At(found.Count)];
        return (one.Index, 0, one.Value.StartsWith('{') ? one.Value.TrimEnd(',', ' ', '\n') + ", " : one.Value);
    }

    static int Outside(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1
        : at > 0 && at < text.Length && text[at] == '\n' && text[at - 1] == '\r' ? at - 1
        : at;

    static SourcePosition Position(string text, int at)
    {
        var before = text[..at].ReplaceLineEndings("\n");
        return new SourcePosition(before.Count(unit => unit == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("[A-Za-z_]{2,}")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\{[^{}]*\},?\s*|<(object|box|polygon|image|label)\b[^>]*>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex ElementPattern();
}

public enum EditKind
{
    Type,
    Delete,
    Number,
    Word,
    RemoveElement,
    RepeatElement,
    Everything,
}
