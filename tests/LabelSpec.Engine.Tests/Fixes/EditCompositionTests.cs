using System.Collections.Immutable;
using System.Text;
using CsCheck;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Fixes;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Fixes;

public sealed class EditCompositionTests
{
    static readonly Gen<(int At, int Length, string Text)> Wish = Gen.Select(
        Gen.Int[0, 40],
        Gen.Int[0, 8],
        Gen.Char["aä\n"].Array[0, 5].Select(letters => new string(letters))
    );

    [Fact]
    public void Two_rounds_of_edits_are_one_round_of_edits_of_the_original() =>
        Gen.Select(Wish.Array[0, 6], Wish.Array[0, 6])
            .Holds(
                (first, second) =>
                {
                    var original = Encoding.UTF8.GetBytes("0123456789abcdefghijklmnopqrstuvwxyz");
                    var earlier = Edits(original, first);
                    var between = EditedText.Of(original, earlier.AsSpan(), 0, original.Length);
                    var later = Edits(between, second);

                    var composed = EditComposition.Of(earlier, between, later);

                    Assert.Equal(
                        EditedText.Of(between, later.AsSpan(), 0, between.Length),
                        EditedText.Of(original, composed.AsSpan(), 0, original.Length)
                    );
                    Assert.All(
                        composed.Zip(composed.Skip(1)),
                        pair => Assert.True(pair.First.End <= pair.Second.Start)
                    );
                },
                iter: 3000
            );

    static ImmutableArray<FileEdit> Edits(byte[] text, (int At, int Length, string Text)[] wishes)
    {
        var set = new EditSet();
        foreach (var (at, length, inserted) in wishes)
        {
            var start = Boundary(text, Math.Min(at, text.Length));
            set.TryAdd(new("", [new("f", start, Boundary(text, Math.Min(start + length, text.Length)), inserted)]));
        }

        return set.EditsOf("f");
    }

    // Edits begin and end between characters, as those of fixes do.
    static int Boundary(byte[] text, int at)
    {
        while (at < text.Length && (text[at] & 0xC0) == 0x80)
            at++;
        return at;
    }
}
