using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Features.Completion;

/// <summary>
/// While a guideline is written from its start to its end, and while a word in its midst is written anew, every word that ends up there is
/// offered: before its first letter and behind some, with nothing behind the cursor, with the lines below, and with the rest of the line.
/// </summary>
public sealed class EveryWordTests
{
    /// <summary>Of so many words one is looked at, in a run that is not long.</summary>
    const int Stride = 23;

    static bool IsLong => Environment.GetEnvironmentVariable("LABELSPEC_LONG_TESTS") is not (null or "" or "0");

    public static TheoryData<string> Guidelines =>
        [
            "samples/urban_driving/guideline/urban_driving.labelspec",
            "samples/urban_driving/guideline/common/occlusion.labelspec",
            "samples/blood_cells/guideline/blood_cells.labelspec",
            "samples/street_review/street.labelspec",
            "tests/benchmarks/guidelines/coco.labelspec",
            "tests/LabelSpec.Semantics.Tests/fixtures/everything.labelspec",
        ];

    [Theory]
    [MemberData(nameof(Guidelines))]
    public void Every_word_of_a_guideline_is_offered_where_it_stands(string file)
    {
        var text = Text(file);
        var missed = new List<string>();
        var words = Words(file, text).ToList();
        Assert.NotEmpty(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsLong && i % Stride != file.Length % Stride)
                continue;
            var (start, end, typed, needs) = words[i];
            foreach (var (way, behind) in Rests(text, end))
            foreach (var letters in new[] { typed, typed + (end - start - typed) / 2 }.Distinct())
            {
                if (!needs.All(need => need <= start || need > text.Length - behind.Length))
                    continue;
                var cut = $"{text[..(start + letters)]}$0{behind}";
                if (!Labels(file, cut).Contains(text[start..end]))
                    missed.Add($"{LineBefore(text, start + letters)}|{text[(start + letters)..end]} ({way})");
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} missed of {words.Count}\n{string.Join('\n', missed)}");
    }

    static IEnumerable<(string Way, string Behind)> Rests(string text, int end)
    {
        var lineEnd = text.IndexOf('\n', end);
        yield return ("nothing behind", "");
        yield return ("lines below", text[(lineEnd < 0 ? text.Length : lineEnd)..]);
        yield return ("all behind", text[end..]);
    }

    /// <summary>
    /// The words that stand for something known, each with how many of its letters must be there (of a unit, its number), and where the
    /// names are declared that stand on its line up to it: without them it means nothing.
    /// </summary>
    static IEnumerable<(int Start, int End, int Typed, IReadOnlyList<int> Needs)> Words(string file, string text)
    {
        var analysis = Analysis(file, text, out _);
        var fresh = Fresh(analysis);
        var declared = analysis
            .Compilation.Index.In(analysis.File)
            .Where(occurrence => ReferenceEquals(occurrence.Symbol.NameSpan.File, analysis.File))
            .ToLookup(occurrence => occurrence.Span.Start, occurrence => occurrence.Symbol.NameSpan.End);
        var needs = new List<int>();
        for (var i = 0; i < analysis.Tree.Segments.Count; i++)
        {
            var segment = analysis.Tree.Segments[i];
            for (var t = 0; t < segment.Tokens.Length; t++)
            {
                var token = segment.Tokens[t];
                var start = analysis.Tree.StartOf(i) + token.Start;
                var end = start + token.Length;
                var written = segment.TextOf(token).ToString();
                var digits = written.Length - written.TrimStart("0123456789.".ToCharArray()).Length;
                if (text[..start].TrimEnd(' ').EndsWith('\n'))
                    needs.Clear();
                needs.AddRange(declared[start]);
                // What is looked for in a set comes before the set.
                if (token.Kind is TokenKind.Word && !fresh(start) && segment.Tokens[t + 1].Keyword != Keyword.In)
                    yield return (start, end, 0, [.. needs]);
                if (token.Kind is TokenKind.Number && digits < written.Length)
                    yield return (start, end, digits, []);
            }
        }
    }

    /// <summary>What nobody can know before it is written: names where they are declared, free words, and what is wrong.</summary>
    static Func<int, bool> Fresh(GuidelineAnalysis analysis)
    {
        var declared = analysis
            .Compilation.Index.In(analysis.File)
            .Where(occurrence => occurrence.IsDeclaration)
            .Select(occurrence => occurrence.Span.Start)
            .ToHashSet();
        foreach (var test in analysis.Tree.Declarations.OfType<TestDeclaration>())
        {
            foreach (var (name, _) in SceneNames.In(test).Where(name => name.IsDeclaration))
                declared.Add(analysis.Tree.SpanOf(name).Start);
            foreach (var annotation in Below(test).OfType<SceneAnnotation>())
            {
                declared.UnionWith(
                    new[] { annotation.Track, annotation.Group }
                        .OfType<Name>()
                        .Select(name => analysis.Tree.SpanOf(name).Start)
                );
            }
            foreach (var tags in Below(test).OfType<AssignmentMember>().Where(one => one.Name.Value == "tags"))
            foreach (var word in Below(tags.Value).OfType<NameExpression>())
                declared.Add(analysis.Tree.SpanOf(word).Start);
        }

        foreach (var header in analysis.Tree.Declarations.OfType<GuidelineDeclaration>())
            declared.Add(analysis.Tree.SpanOf(header.Name).Start);
        var wrong = analysis
            .Compilation.Diagnostics.Where(diagnostic => ReferenceEquals(diagnostic.Span.File, analysis.File))
            .Select(diagnostic => diagnostic.Span.Start)
            .ToHashSet();
        return start => declared.Contains(start) || wrong.Contains(start);
    }

    static IEnumerable<SyntaxNode> Below(SyntaxNode node) =>
        node.Children.SelectMany(child => Below(child).Prepend(child));

    static HashSet<string> Labels(string file, string text)
    {
        var analysis = Analysis(file, text, out var offset);
        return [.. GuidelineCompletion.At(analysis, offset, () => []).Select(proposal => proposal.Label)];
    }

    static GuidelineAnalysis Analysis(string file, string text, out int offset)
    {
        var imported = "samples/urban_driving/guideline/common/occlusion.labelspec";
        var other = file == imported ? "" : $"//- /{imported}\n{Text(imported)}\n";
        var fixture = Fixture.Parse($"{other}//- /{file}\n{text}");
        offset = text.Contains("$0", StringComparison.Ordinal) ? fixture.Offset : 0;
        return fixture.Context<GuidelineContent>("/" + file).Analysis();
    }

    static string Text(string file) =>
        File.ReadAllText(Path.Combine(RepositoryFiles.Root, file)).ReplaceLineEndings("\n");

    static string LineBefore(string text, int offset) =>
        text[(text.LastIndexOf('\n', offset - 1) + 1)..offset].TrimStart();
}
