using CsCheck;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.TestSupport;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Tests.Workspace;

public sealed class DocumentTextTests
{
    static readonly Gen<string> Texts = Gen.Int[0, 4]
        .Select(i => "ab\n\rä"[i])
        .Array[0, 30]
        .Select(characters => new string(characters));

    static readonly int[] PieceSizes = [0, 3, 20, 1024];

    [Fact]
    public void Edits_give_what_editing_the_string_gives() =>
        Gen.Select(
                Texts,
                Gen.Select(Gen.Int[0, 40], Gen.Int[0, 10], Texts, Gen.Bool).Array[0, 400],
                Gen.Int[0, 3].Select(index => PieceSizes[index])
            )
            .Holds(
                (start, edits, shortPieces) =>
                {
                    var text = new DocumentText(start, shortPieces);
                    var expected = start;
                    foreach (var (at, length, insert, isAsked) in edits)
                    {
                        var from = Math.Min(at, expected.Length);
                        var to = Math.Min(from + length, expected.Length);
                        // A place inside a line break is not a position of the protocol.
                        if (IsInsideLineBreak(expected, from) || IsInsideLineBreak(expected, to))
                            continue;
                        text = text.With(
                            new TextDocumentContentChangeEvent(
                                new Range(text.PositionOf(from), text.PositionOf(to)),
                                insert
                            )
                        );
                        expected = expected[..from] + insert + expected[to..];
                        if (isAsked)
                            Assert.Equal(System.Text.Ascii.IsValid(expected), text.IsAscii);
                    }

                    Assert.Equal(expected, text.ToString());
                    Assert.Equal(expected.Length, text.Length);
                    var fresh = new DocumentText(expected);
                    for (var at = 0; at <= expected.Length; at++)
                        Assert.Equal(fresh.PositionOf(at), text.PositionOf(at));
                },
                iter: 300
            );

    [Theory]
    [InlineData("ab\r\ncd", 1, 0, 4)]
    [InlineData("ab\r\ncd", 0, 99, 2)]
    [InlineData("ab\rcd", 1, 1, 4)]
    [InlineData("ab\ncd", 99, 0, 5)]
    [InlineData("", 0, 0, 0)]
    public void A_position_is_found_whatever_ends_the_lines(string text, int line, int character, int offset) =>
        Assert.Equal(offset, new DocumentText(text).OffsetOf(new Position(line, character)));

    static bool IsInsideLineBreak(string text, int offset) =>
        offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
}
