using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>
/// Whatever somebody does in a workspace of guidelines, a project file and data in six formats (open, edit, save, close, change on
/// disk): after each step the server says of each open file what a fresh analysis of all texts says, and in the end what
/// `labelspec check` says.
/// </summary>
public sealed class ModelBasedTests
{
    /// <summary>Words that mean something somewhere, so that edits reach further than a syntax error.</summary>
    static readonly string[] Words =
    [
        "car",
        "truck",
        "person",
        "helmet",
        "yes",
        "occlusion",
        "heavy",
        "box",
        "polygon",
        "rule",
        "warning",
        "0.85",
        "width",
        "\"",
        "{",
        "}",
        "<",
        ">",
        ",",
        "\n",
        "ä😀",
        "-1",
        "1e9",
        "null",
        "LS3203: off",
    ];

    enum Act
    {
        Delete,
        Insert,
        Number,
        Word,
        TwiceALine,
        NoLine,
        Restore,
        Save,
        Close,
        OnDisk,
        CheckGuideline,
    }

    [Fact]
    public void After_any_steps_the_server_says_what_a_fresh_check_says() =>
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 7], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000])
            .Array[6, 14]
            .Holds(steps => RunAsync(steps).GetAwaiter().GetResult(), iter: 12, threads: 1);

    static async Task RunAsync((Act Act, int File, int A, int B)[] steps)
    {
        await using var run = await DrivenWorkspace.StartAsync();
        await run.OpenAsync(DrivenWorkspace.Train);
        await run.CompareAsync("opened");
        foreach (var (act, number, a, b) in steps)
        {
            var file = run.Files[number % run.Files.Count];
            switch (act)
            {
                case Act.Save:
                    await run.SaveAsync(file);
                    break;
                // One file of the data stays open, so that the guideline is looked at after each step.
                case Act.Close when file != DrivenWorkspace.Train:
                    await run.CloseAsync(file);
                    break;
                case Act.OnDisk when !run.IsOpen(file):
                    await run.ChangeOnDiskAsync(file, Edited(run.TextOf(file), Act.Number, a, b));
                    break;
                case Act.CheckGuideline:
                    await run.EditAsync(DrivenWorkspace.Guideline, text => Edited(text, Act.Number, a, b));
                    break;
                default:
                    await run.EditAsync(file, text => Edited(text, act, a, b, run.Original(file)));
                    break;
            }

            await run.CompareAsync($"{act} {file} {a} {b}");
        }

        await run.CompareWithCommandAsync();
    }

    /// <summary>The stretch of a text that an act replaces, and by what.</summary>
    static (int Start, int Length, string By) Edited(string text, Act act, int a, int b, string original = "")
    {
        var at = text.Length == 0 ? 0 : a % text.Length;
        var lineStart = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var lineEnd = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
        switch (act)
        {
            case Act.Delete:
                return Whole(text, at, Math.Min(1 + b % 3, text.Length - at), "");
            case Act.Number when Next(text, at, char.IsAsciiDigit) is var (start, length):
                return (start, length, $"{b % 1000}");
            case Act.Word when Next(text, at, char.IsAsciiLetter) is var (start, length):
                return (start, length, Words[b % Words.Length]);
            case Act.TwiceALine:
                return (lineStart, 0, text[lineStart..lineEnd]);
            case Act.NoLine:
                return (lineStart, lineEnd - lineStart, "");
            case Act.Restore:
                return (0, text.Length, original.Length > 0 ? original : text);
            default:
                return Whole(text, at, 0, Words[b % Words.Length]);
        }
    }

    static (int Start, int Length)? Next(string text, int at, Func<char, bool> isWanted)
    {
        while (at < text.Length && !isWanted(text[at]))
            at++;
        var end = at;
        while (end < text.Length && isWanted(text[end]))
            end++;
        return end > at ? (at, end - at) : null;
    }

    /// <summary>Editors never split a pair of surrogates.</summary>
    static (int, int, string) Whole(string text, int start, int length, string by)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        var end = start + length;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end++;
        return (start, end - start, by);
    }
}
