using System.Text.Json;
using System.Text.RegularExpressions;
using LabelSpec.Grammar.Editors;
using LabelSpec.TestSupport;

namespace LabelSpec.Grammar.Tests;

/// <summary>
/// The editor files are made from the code. After a change, <c>LABELSPEC_UPDATE_SNAPSHOTS=1 dotnet test tests/LabelSpec.Grammar.Tests</c>
/// writes them anew.
/// </summary>
public class GeneratedFileTests
{
    [Theory]
    [InlineData("labelspec.tmLanguage.json")]
    [InlineData("language-configuration.json")]
    public void The_checked_in_file_is_current(string file)
    {
        var expected = file.StartsWith("language", StringComparison.Ordinal)
            ? LanguageConfiguration.Write()
            : TextMateGrammar.Write();
        var path = Path.Combine(RepositoryFiles.Root, "grammar", "textmate", file);
        if (Environment.GetEnvironmentVariable("LABELSPEC_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Fact]
    public void Every_pattern_is_a_regular_expression_that_consumes_text()
    {
        foreach (var pattern in Patterns(JsonDocument.Parse(TextMateGrammar.Write()).RootElement, "match", "begin"))
            Assert.False(new Regex(pattern).IsMatch(""), pattern);
    }

    [Theory]
    [InlineData("class car extends vehicle {", "class car", "storage.type.class")]
    [InlineData("  require a.width > 10px", "require", "keyword.control.clause")]
    [InlineData("  require a.width > 10px", "10px", "constant.numeric")]
    [InlineData("  require a.width > 10px", ".width", "variable.other.member")]
    [InlineData("  shape box | polygon", "shape", "keyword.other")]
    [InlineData("  shape box | polygon", "polygon", "support.type.shape")]
    [InlineData("  size at least 16x16", "16", "constant.numeric")]
    [InlineData("  for a: car where exists b: car where iou(a, b) > 0", "exists", "keyword.operator.word")]
    [InlineData("  for a: car where exists b: car where iou(a, b) > 0", "iou", "entity.name.function.call")]
    [InlineData("  attribute state: on | off required", "attribute state", "storage.type.attribute")]
    [InlineData("  attribute state: on | off required", "required", "keyword.other")]
    [InlineData("rule r: warning {", "warning", "constant.language.severity")]
    [InlineData("  color #e4572e", "#e4572e", "constant.other.color")]
    [InlineData("  /// Doc.", "/// Doc.", "comment.line.documentation")]
    [InlineData("image {", "image", "storage.type")]
    public void A_word_is_coloured_by_what_it_is(string line, string word, string scope)
    {
        var found = FirstRuleAt(line, line.IndexOf(word, StringComparison.Ordinal));

        Assert.NotNull(found);
        Assert.Equal(word, found.Value.Text);
        Assert.Contains(scope, found.Value.Scopes);
    }

    [Theory]
    [InlineData("  require image.width > 3", "image")]
    [InlineData("  area: car box 1 2 3 4", "area")]
    [InlineData("  require a.count > 3", "count")]
    public void A_name_is_not_coloured_as_a_keyword(string line, string word)
    {
        var found = FirstRuleAt(line, line.IndexOf(word, StringComparison.Ordinal));

        Assert.False(
            found is { } rule && rule.Scopes.Contains("keyword") || found is { } type && type.Scopes.Contains("storage")
        );
    }

    /// <summary>As TextMate does: of the rules that match at a place, the first.</summary>
    static (string Text, string Scopes)? FirstRuleAt(string line, int offset)
    {
        var root = JsonDocument.Parse(TextMateGrammar.Write()).RootElement;
        foreach (var rule in root.GetProperty("patterns").EnumerateArray())
        {
            var pattern = rule.TryGetProperty("match", out var match) ? match : rule.GetProperty("begin");
            for (var found = new Regex(pattern.GetString()!).Match(line); found.Success; found = found.NextMatch())
                if (found.Index + found.Length - found.Value.TrimStart().Length == offset)
                    return (found.Value.Trim(), rule.GetRawText());
        }

        return null;
    }

    static IEnumerable<string> Patterns(JsonElement element, params string[] names)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(item => Patterns(item, names));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element
            .EnumerateObject()
            .SelectMany(property =>
                names.Contains(property.Name) ? [property.Value.GetString()!] : Patterns(property.Value, names)
            );
    }
}
