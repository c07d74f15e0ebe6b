using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats.Cvat;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Reading;

/// <summary>A text that is edited is read again only where the edit was made, with the data and problems of a whole reading.</summary>
public class RememberedReadingTests
{
    static readonly string[] Typed =
    [
        "",
        "",
        "0",
        "-",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ",",
        ",,",
        ":",
        "<",
        ">",
        "/>",
        "</image>",
        "</annotations>",
        "<image>",
        "<track id=\"1\">",
        "<meta><task><size>3</size></task></meta>",
        "<!--",
        "-->",
        "&",
        "// ",
        "\n",
        "\n{",
        "null",
        "{\"id\": \"frame_1\", \"annotations\": []},",
        "}, {",
    ];

    public static TheoryData<string> Names => [.. EditedFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_edits_and_their_undoing_come_to_what_a_whole_reading_finds(string name)
    {
        var taken = EditAndUndo(name, EditedFiles.All[name]);
        // Where nothing is ever taken from memory the test means little.
        Assert.True(taken > 300, $"only {taken} stretches were taken");
    }

    [Theory]
    [InlineData("imports.ndjson")]
    [InlineData("configured.json")]
    public void Elements_that_have_to_do_with_one_another_are_read_as_a_whole(string name) =>
        Assert.Equal(0, EditAndUndo(name, EditedFiles.Whole[name]));

    /// <summary>Edits a text in many ways and undoes it; tells how many stretches were taken from memory in all.</summary>
    static int EditAndUndo(string name, string original)
    {
        var taken = 0;
        Gen.Select(Gen.Double[0, 0.999999], Gen.Bool, Gen.Int[0, 12], Gen.Int[0, Typed.Length - 1])
            .Array[1, 4]
            .Holds(
                edits =>
                {
                    var memory = new ReadMemory { SmallestFile = 0, StretchSize = 120 };
                    var versions = new Stack<EditorText>([
                        new EditorText(Encoding.UTF8.GetBytes(original), pieceSize: 50),
                    ]);
                    Check(name, versions.Peek(), memory, ref taken);
                    foreach (var (place, isAtElement, removed, typed) in edits)
                    {
                        var text = versions.Peek();
                        var start = (long)(place * (text.Bytes.Length + 1));
                        // Where stretches meet, a single character has a say in two of them.
                        if (isAtElement && text.Bytes.From(start).IndexOfAny("{<"u8) is >= 0 and var next)
                            start += next;
                        var end = Math.Min(start + (isAtElement ? removed / 4 : removed), text.Bytes.Length);
                        versions.Push(text.Replace(start, end, Encoding.UTF8.GetBytes(Typed[typed])));
                        Check(name, versions.Peek(), memory, ref taken);
                    }
                    while (versions.TryPop(out var mended))
                        Check(name, mended, memory, ref taken);
                },
                iter: 60,
                threads: 1
            );
        return taken;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_typed_where_stretches_meet_is_read_with_both(string name)
    {
        var original = new EditorText(EditedFiles.All[name]);
        var memory = new ReadMemory { SmallestFile = 0, StretchSize = 120 };
        var taken = 0;
        Check(name, original, memory, ref taken);
        foreach (var end in EndsOf(memory))
        foreach (var typed in (string[])["]", "}", ",", "<", "x", "</annotations>"])
        {
            Check(name, original.Replace(end, end, Encoding.UTF8.GetBytes(typed)), memory, ref taken);
            Check(name, original, memory, ref taken);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_edit_within_an_element_costs_one_stretch(string name)
    {
        var text = new EditorText(EditedFiles.All[name]);
        var memory = new ReadMemory { SmallestFile = 0, StretchSize = 120 };
        Read(name, text, memory);
        var before = PartsOf(memory);
        var at = text.Bytes.From(0).IndexOf("frame_5"u8);
        // A video has no names of frames.
        at = at < 0 ? text.Bytes.From(0).IndexOf("frame=\"5\""u8) : at;
        text = text.Replace(at + 5, at + 5, [(byte)' ']);
        SameData.Assert(Read(name, new EditorText(text.ToString()), null), Read(name, text, memory));

        Assert.True(before.Count >= 4, $"{before.Count} stretches");
        Assert.Equal(before.Count - 1, PartsOf(memory).Count(before.Contains));
    }

    static void Check(string name, EditorText text, ReadMemory memory, ref int taken)
    {
        var before = PartsOf(memory);
        var data = Read(name, text, memory);
        SameData.Assert(Read(name, new EditorText(text.ToString()), null), data);
        taken += PartsOf(memory).Count(before.Contains);
    }

    static Dataset Read(string name, EditorText text, ReadMemory? memory) =>
        DatasetReader.Read(
            [new ReadInput(name, text) { Memory = memory }],
            new ReadOptions { Threads = 1, ReadsPictures = false }
        );

    /// <summary>The parts that are remembered, whatever the format keeps beside them.</summary>
    static HashSet<object> PartsOf(ReadMemory memory) =>
        memory.Content switch
        {
            ReadStretches<JsonStretch> json => [.. json.Stretches.Select(stretch => stretch.Content.Part)],
            ReadStretches<CvatStretch> cvat => [.. cvat.Stretches.Select(stretch => stretch.Content.Part)],
            _ => [],
        };

    static long[] EndsOf(ReadMemory memory) =>
        memory.Content switch
        {
            ReadStretches<JsonStretch> json => [.. json.Stretches.Select(stretch => stretch.End)],
            ReadStretches<CvatStretch> cvat => [.. cvat.Stretches.Select(stretch => stretch.End)],
            _ => [],
        };
}
