using CsCheck;

namespace LabelSpec.Grammar.Tests;

/// <summary>Texts that are not quite guidelines.</summary>
static class MutatedText
{
    /// <summary>Pieces that mean a lot to the lexer and the splitter.</summary>
    static readonly string[] Pieces =
    [
        "{",
        "}",
        "(",
        ")",
        "\"",
        "\"\"\"",
        "`",
        "/*",
        "*/",
        "//",
        "///",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\t",
        "#",
        "#e4572e",
        "..",
        ".",
        "<->",
        "->",
        "1e",
        "16x16",
        "64px2",
        "class ",
        "\nclass c {\n",
        "\nrule r {\n",
        "\nimage {\n",
        "image.width",
        "when ",
        "\nwhen a {\n",
        "overlap(",
        "require ",
        "if ",
        "not ",
        "clas x",
        "\\",
        "é",
        "\u00a0",
        "😀",
        "\ud83d",
        "\0",
        "=",
        "&&",
        ";",
        "|",
        "x",
    ];

    public static readonly Gen<string> Fixture = Gen.Int[0, Fixtures.Texts.Count - 1].Select(i => Fixtures.Texts[i]);

    static readonly Gen<string> Piece = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])),
        (1, Gen.String[0, 8])
    );

    /// <summary>Pieces without any order.</summary>
    public static readonly Gen<string> Soup = Piece.List[0, 40].Select(pieces => string.Concat(pieces));

    /// <summary>A replacement of a stretch of a text: insertion, deletion, or copying another stretch of it.</summary>
    public static readonly Gen<Func<string, string>> Edit = Gen.Select(
        Gen.Double[0, 1],
        Gen.Int[0, 60],
        Gen.Frequency((3, Piece.Select(p => (Func<string, string>)(_ => p))), (1, Gen.Double[0, 1].Select(Copy))),
        (where, length, insertion) =>
            (Func<string, string>)(
                text =>
                {
                    var start = (int)(where * text.Length);
                    var end = Math.Min(text.Length, start + (length > 30 ? 0 : length));
                    return string.Concat(text.AsSpan(0, start), insertion(text), text.AsSpan(end));
                }
            )
    );

    public static readonly Gen<string> Mutant = Gen.Select(
        Fixture,
        Edit.List[1, 6],
        (text, edits) => edits.Aggregate(text, (current, edit) => edit(current))
    );

    public static readonly Gen<string> Any = Gen.Frequency((1, Gen.String[0, 60]), (2, Soup), (4, Mutant));

    static Func<string, string> Copy(double where) =>
        text =>
        {
            var start = (int)(where * text.Length);
            return text.Substring(start, Math.Min(50, text.Length - start));
        };
}
