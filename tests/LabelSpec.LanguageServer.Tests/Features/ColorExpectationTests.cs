using System.Text.RegularExpressions;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.SemanticTokens;
using LabelSpec.LanguageServer.Tests.Support;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.TestSupport;

namespace LabelSpec.LanguageServer.Tests.Features;

/// <summary>
/// The suite of <c>grammar/expectations</c>, to which the TextMate grammar is held as well by the tests of the VS Code client.
/// </summary>
public sealed partial class ColorExpectationTests
{
    /// <summary>The token by which the server says each kind.</summary>
    static readonly Dictionary<string, TokenClass[]> Classes = new()
    {
        ["documentation"] = [TokenClass.Comment],
        ["comment"] = [TokenClass.Comment],
        ["string"] = [TokenClass.String],
        ["number"] = [TokenClass.Number],
        ["color"] = [TokenClass.Number],
        ["keyword"] = [TokenClass.Keyword],
        ["modifier"] = [TokenClass.Modifier],
        ["namespace"] = [TokenClass.Namespace],
        ["class"] = [TokenClass.Class],
        ["skeleton"] = [TokenClass.Struct],
        ["shape"] = [TokenClass.Type],
        ["type"] = [TokenClass.Type],
        ["property"] = [TokenClass.Property],
        ["member"] = [TokenClass.Property],
        ["function"] = [TokenClass.Function, TokenClass.Variable],
        ["rule"] = [TokenClass.Event],
        ["severity"] = [TokenClass.EnumMember],
        ["enum"] = [TokenClass.EnumMember],
        ["variable"] = [TokenClass.Parameter],
        ["label"] = [TokenClass.Variable],
        ["case"] = [TokenClass.Variable],
        ["constant"] = [TokenClass.Variable],
    };

    public static TheoryData<string> Files => [.. FileNames];

    static IEnumerable<string> FileNames =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    static string Folder => Path.Combine(RepositoryFiles.Root, "grammar", "expectations");

    [Theory]
    [MemberData(nameof(Files))]
    public void The_server_colours_what_the_expectations_mark(string file)
    {
        var (source, marks) = Read(file);
        var analysis = Analysis(source);
        var tokens = GuidelineTokens
            .In(analysis, new TextSpan(0, source.Length))
            .ToDictionary(token => token.Span.Start);

        Assert.DoesNotContain(
            analysis.Tree.Diagnostics,
            diagnostic => diagnostic.Severity == LabelSpec.Grammar.Diagnostics.DiagnosticSeverity.Error
        );
        Assert.Equal(
            [],
            marks
                .Where(mark => mark.Audience != "textmate")
                .Where(mark =>
                    !tokens.TryGetValue(mark.Span.Start, out var token)
                    || token.Span != mark.Span
                    || !Classes[mark.Kind].Contains(token.Class)
                )
                .Select(mark =>
                    $"{file}:{mark.Line}: {source.Substring(mark.Span.Start, mark.Span.Length)} is to be {mark.Kind}, but is "
                    + (tokens.TryGetValue(mark.Span.Start, out var token) ? token.Class.ToString() : "nothing")
                )
        );
    }

    [Fact]
    public void Every_word_of_the_language_is_marked_as_one()
    {
        string[] kinds = ["keyword", "modifier", "shape", "type", "severity", "function"];
        var marked = new HashSet<string>();
        foreach (var file in FileNames)
        {
            var (source, marks) = Read(file);
            foreach (var mark in marks.Where(mark => kinds.Contains(mark.Kind)))
                marked.Add(source.Substring(mark.Span.Start, mark.Span.Length));
        }

        Assert.Equal(
            [],
            Enum.GetValues<Keyword>()
                .Except([Keyword.NoKeyword])
                .Select(Keywords.TextOf)
                .Where(word => !marked.Contains(word))
        );
    }

    [Fact]
    public void Over_a_grammar_s_colours_only_what_a_grammar_cannot_know_is_laid()
    {
        var (source, _) = Read("rules.txt");
        var analysis = Analysis(source);

        var classes = GuidelineTokens
            .In(analysis, new TextSpan(0, source.Length))
            .Where(token => token.SaysMoreThanSyntax)
            .Select(token => token.Class)
            .ToHashSet();

        Assert.Subset(
            new HashSet<TokenClass>
            {
                TokenClass.Class,
                TokenClass.Property,
                TokenClass.EnumMember,
                TokenClass.Parameter,
                TokenClass.Function,
                TokenClass.Event,
                TokenClass.Type,
                // `image`, `dataset` and `self` where they are values; the grammar leaves them plain before a dot.
                TokenClass.Variable,
            },
            classes
        );
        Assert.Contains(TokenClass.Parameter, classes);
    }

    static GuidelineAnalysis Analysis(string source) => Fixture.Parse(source).Context<GuidelineContent>().Analysis();

    static (string Source, List<Mark> Marks) Read(string file)
    {
        var source = new System.Text.StringBuilder();
        var marks = new List<Mark>();
        var start = 0;
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)))
        {
            number++;
            if (line.StartsWith("| ", StringComparison.Ordinal))
            {
                start = source.Length;
                source.Append(line.AsSpan(2)).Append('\n');
            }
            else if (MarkLine().Match(line) is { Success: true } match)
                marks.Add(
                    new Mark(
                        number,
                        new TextSpan(start + match.Groups[1].Length, match.Groups[2].Length),
                        match.Groups[3].Value,
                        match.Groups[4].Value
                    )
                );
        }

        return (source.ToString(), marks);
    }

    [GeneratedRegex(@"^ {2}( *)(\^+) (?:(server|textmate):)?([a-z]+)$")]
    private static partial Regex MarkLine();

    /// <param name="Line">Of the expectation file, from 1.</param>
    /// <param name="Span">In the source.</param>
    /// <param name="Audience"><c>server</c>, <c>textmate</c>, or nothing for both.</param>
    sealed record Mark(int Line, TextSpan Span, string Audience, string Kind);
}
