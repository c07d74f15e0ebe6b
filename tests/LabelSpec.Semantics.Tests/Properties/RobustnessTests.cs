using CsCheck;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Tests.Support;
using LabelSpec.TestSupport;

namespace LabelSpec.Semantics.Tests.Properties;

public class RobustnessTests
{
    [Fact]
    public void Any_prefix_of_a_guideline_binds() =>
        Gen.Select(Pick.From<string>([.. Fixtures.Texts]), Gen.Double[0, 1])
            .Holds((text, share) => Bind(text[..(int)(share * text.Length)]), iter: 60);

    [Fact]
    public void Any_guideline_with_pieces_cut_out_moved_and_doubled_binds()
    {
        var edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40], Gen.Double[0, 1], Gen.Int[0, 2]);
        Gen.Select(Pick.From<string>([.. Fixtures.Texts]), edit.Array[1, 6])
            .Holds(
                (text, edits) =>
                {
                    foreach (var (from, length, to, kind) in edits)
                    {
                        text = Mutate(text, from, length, to, kind);
                    }
                    Bind(text);
                },
                iter: 100
            );
    }

    [Fact]
    public void Words_of_the_language_in_any_order_bind()
    {
        string[] words =
        [
            "class",
            "a",
            "b",
            "{",
            "}",
            "extends",
            "rule",
            "for",
            "require",
            ":",
            "a.width",
            "<",
            "10px",
            "let",
            "=",
            "(",
            ")",
            "a",
            "test",
            "\"x\"",
            "image",
            "640 x 480",
            "expect",
            "attribute",
            "required when",
            "bool",
            "exists b: a where",
            "and",
            "not",
            "count(",
            "in",
            "0..1",
            "import",
            "skeleton",
            "points",
            "shape box",
            "part",
            "when",
            "%",
            "5%",
            "overlap",
            "distinguish",
            "from",
            "choose",
            "otherwise",
            "unless",
            "fix remove",
            "message \"{a.id}\"",
            "quality",
            "accept",
            "accuracy >= 90%",
            "check",
            "\n",
        ];
        Pick.From(words).Array[0, 60].Holds(list => Bind(string.Join(' ', list)), iter: 150);
    }

    private static string Mutate(string text, double from, int length, double to, int kind)
    {
        var start = (int)(from * text.Length);
        var end = Math.Min(text.Length, start + length);
        var piece = text[start..end];
        return kind switch
        {
            0 => text.Remove(start, end - start),
            1 => text.Insert((int)(to * text.Length), piece),
            _ => text.Remove(start, end - start).Insert((int)(to * (text.Length - piece.Length)), piece),
        };
    }

    private static void Bind(string text)
    {
        var compilation = Compilation.Create("main.labelspec", SyntaxTree.Parse(text), Catalogue.Files);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            Assert.InRange(diagnostic.Span.Start, 0, diagnostic.Span.File.Text.Length);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, diagnostic.Span.File.Text.Length);
            Assert.NotEqual("", diagnostic.Message);
        }
        var file = compilation.Guideline.Files[0];
        for (var offset = 0; offset <= file.Text.Length; offset += 97)
        {
            _ = compilation.Index.At(file, offset);
            _ = compilation.Index.ExpressionAt(file, offset);
            _ = compilation.Index.NamesAt(file, offset);
        }
    }
}
