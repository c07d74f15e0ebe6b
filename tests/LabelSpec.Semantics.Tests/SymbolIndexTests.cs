using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Tests.Support;
using LabelSpec.TestSupport;

namespace LabelSpec.Semantics.Tests;

/// <summary>
/// What stands at a place. In the guideline below every name that is declared or used is marked with what it stands for, and
/// nothing else is: the index must know exactly these places.
/// </summary>
public sealed class SymbolIndexTests
{
    const string Marked = """
        abstract class {|vehicle:vehicle|} {
          shape box
          attribute {|speed:speed|}: number 0..50
          attribute {|lane:lane|}: left | right required when {|speed:speed|} > {|limit:limit|}
        }
        class {|car:car|} extends {|vehicle:vehicle|} { shape box }
        class {|rider:rider|} { shape skeleton {|body:body|} attribute {|mount:mount|}: ref {|car:car|} }
        skeleton {|body:body|} { points nose, tail edges nose - tail }
        image { attribute {|weather:weather|}: clear | rain }
        let {|limit:limit|} = 3
        let {|fast:fast|}({|a:a|}) = {|a:a|}.{|speed:speed|} > {|limit:limit|}
        rule {|slow:slow|} {
          for {|b:b|}: {|car:car|} where {|fast:fast|}({|b:b|})
          require {|b:b|}.{|speed:speed|} < 2 * {|limit:limit|} or image.{|weather:weather|} == clear
          unless exists {|c:c|}: {|rider:rider|} where {|c:c|}.{|mount:mount|} == {|b:b|}
          message "{b.speed}"
          fix set {|b:b|}.{|lane:lane|} = left
        }
        test "a car" {
          image 100 x 100 { {|weather:weather|} = rain }
          x: {|car:car|} box 1 2 3 4 { {|speed:speed|} = 40 }
          expect {|slow:slow|} at x
        }
        """;

    static readonly MarkedText Text = MarkedText.Parse(Marked);
    static readonly Compilation Compilation = Spec.Compile(Text.Text);
    static readonly Sources.SourceFile File = Compilation.Guideline.Files[0];

    public static TheoryData<string, int, int> Places
    {
        get
        {
            var places = new TheoryData<string, int, int>();
            foreach (var (name, start, length) in Text.Marks)
                places.Add(name, start, length);
            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_name_is_found_at_its_first_letter_within_it_and_behind_its_last(string name, int start, int length)
    {
        for (var offset = start; offset <= start + length; offset++)
        {
            var found = Compilation.Index.At(File, offset);
            Assert.Contains(
                found,
                each => each.Symbol.Name == name && each.Span.Start == start && each.Span.Length == length
            );
        }
    }

    [Fact]
    public void Every_occurrence_is_one_of_the_marked_names()
    {
        var marks = Text.Marks.Select(mark => (mark.Code, mark.Start, mark.Length)).ToHashSet();

        Assert.All(
            Compilation.Index.In(File).Where(each => marks.All(mark => mark.Start != each.Span.Start)),
            // What is not marked are the parts of messages, points of skeletons, values and annotations of scenes.
            each => Assert.DoesNotContain(each.Symbol.Name, marks.Select(mark => mark.Code).Except(["b", "speed"]))
        );
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void All_places_of_a_symbol_are_its_references_and_one_of_them_declares_it(
        string name,
        int start,
        int length
    )
    {
        var symbol = Compilation.Index.At(File, start + length / 2).First(each => each.Symbol.Name == name).Symbol;
        var references = Compilation.Index.ReferencesOf(symbol);

        Assert.Single(references, reference => reference.IsDeclaration);
        Assert.Equal(
            Text.Marks.Where(mark => mark.Code == name).Select(mark => mark.Start).Order(),
            references.Select(reference => reference.Span.Start).Where(IsMarked).Order()
        );
        Assert.Equal(
            references.Select(reference => reference.Span.Start).Order(),
            references.Select(r => r.Span.Start)
        );
    }

    [Fact]
    public void Nothing_stands_on_keywords_numbers_and_blanks()
    {
        foreach (var word in (string[])["abstract", "shape", "0..50", "required", "extends", "require ", "unless"])
        {
            var at = Text.Text.IndexOf(word, StringComparison.Ordinal) + 1;
            Assert.Empty(Compilation.Index.At(File, at));
        }
    }

    [Theory]
    [InlineData("b.speed < 2", 0, "b")]
    [InlineData("b.speed < 2", 3, "b.speed")]
    [InlineData("2 * limit", 0, "2")]
    [InlineData("fast(b)\n", 5, "b")]
    [InlineData("== clear", 4, "clear")]
    public void The_innermost_expression_at_a_place_is_found(string near, int offset, string expression) =>
        Assert.Equal(
            expression,
            Compilation.Index.ExpressionAt(File, Text.Text.IndexOf(near, StringComparison.Ordinal) + offset)?.Span.Text
        );

    [Theory]
    [InlineData("require b.speed", "b")]
    [InlineData("c.mount ==", "b,c")]
    [InlineData("a.speed > limit", "a")]
    [InlineData("points nose", "")]
    public void Variables_are_visible_where_they_are_bound(string near, string variables)
    {
        var names = Compilation.Index.NamesAt(
            File,
            Text.Text.IndexOf(near, StringComparison.Ordinal) + near.Length - 1
        );

        Assert.Equal(
            variables,
            string.Join(',', names.Where(name => name.Symbol is not null).Select(name => name.Name).Order())
        );
    }

    [Fact]
    public void Attributes_are_named_bare_inside_their_class_and_nowhere_else()
    {
        Assert.NotNull(Compilation.Index.SelfAt(File, Text.Text.IndexOf("speed > limit\n", StringComparison.Ordinal)));
        Assert.Null(Compilation.Index.SelfAt(File, Text.Text.IndexOf("require b", StringComparison.Ordinal) + 8));
    }

    static bool IsMarked(int start) => Text.Marks.Any(mark => mark.Start == start);
}
