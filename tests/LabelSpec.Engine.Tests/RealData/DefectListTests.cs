using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Findings;
using LabelSpec.TestSupport;
using Files = LabelSpec.TestSupport.RealData;

namespace LabelSpec.Engine.Tests.RealData;

/// <summary>
/// Every defect that the list beside the real files names, whatever the format: found in the listed number and at
/// its place, or left out for a reason that a page gives.
/// </summary>
public sealed class DefectListTests
{
    static readonly ConcurrentDictionary<string, ImmutableArray<Finding>> Judged = new();

    public static TheoryData<string, string> Entries()
    {
        var entries = new TheoryData<string, string>();
        if (Files.IsPresent)
            foreach (var defect in ListedDefect.All())
                entries.Add(defect.Path, defect.Name);
        else
            entries.Add("", "");
        return entries;
    }

    [RealDataFact]
    public void The_list_is_read_as_a_whole() => Assert.InRange(ListedDefect.All().Count(), 150, 400);

    [RealDataTheory]
    [MemberData(nameof(Entries))]
    public void Each_listed_defect_is_found_or_explained(string path, string name)
    {
        var defect = ListedDefect.All().First(each => each.Path == path && each.Name == name);

        switch (DefectAnswers.Of(defect))
        {
            case DefectAnswer.Each answer:
                var found = Of(path, answer.Codes);
                Assert.Equal(defect.Count, found.Length);
                AssertPlaces(defect, found);
                break;
            case DefectAnswer.Counted answer:
                var counts = Of(path, answer.Code)
                    .SelectMany(finding => finding.Values)
                    .Where(value => value.Name == answer.Value)
                    .Select(value => (int)value.Number!);
                Assert.Contains(counts, count => count >= defect.Count);
                AssertPlaces(defect with { Example = "" }, Of(path, answer.Code));
                break;
            case DefectAnswer.Summed answer:
                Assert.Equal(
                    defect.Count,
                    Of(path, answer.Code)
                        .SelectMany(finding => finding.Values)
                        .Where(value => value.Name == answer.Value)
                        .Sum(value => (int)value.Number!)
                );
                AssertPlaces(defect with { Example = "" }, Of(path, answer.Code));
                break;
            case DefectAnswer.FirstHundred answer:
                Assert.Equal(Math.Min(100, defect.Count), Of(path, answer.Code).Length);
                AssertPlaces(defect with { Example = "" }, Of(path, answer.Code));
                break;
            case DefectAnswer.Explained answer:
                var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, answer.Page));
                Assert.Contains(answer.Words, Regex.Replace(page, @"\s+", " "));
                break;
            default:
                Assert.Fail($"nobody has said what becomes of {name}");
                break;
        }
    }

    static ImmutableArray<Finding> Of(string path, params string[] codes) =>
        [
            .. Judged
                .GetOrAdd(
                    path,
                    _ =>
                        [
                            .. Analysis
                                .Run(new AnalysisRequest(DatasetReader.Read([Files.PathOf(path)], OptionsOf(path))))
                                .Findings,
                        ]
                )
                .Where(finding => codes.Contains(finding.Rule)),
        ];

    // The list speaks of the files of one format; beside them a folder may hold the same data in another.
    static ReadOptions OptionsOf(string path) =>
        new() { Format = AnnotationFormats.Find(path[..path.IndexOf('/', StringComparison.Ordinal)]) };

    // Lines, columns and elements are worked out from the file once more, without the readers.
    static void AssertPlaces(ListedDefect defect, ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings.Take(20))
        {
            var text = File.ReadAllBytes(finding.Location.File);
            var before = text.AsSpan(0, (int)finding.Location.Start);
            var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
            Assert.Equal(before.Count((byte)'\n') + 1, finding.Location.Line);
            Assert.Equal(Encoding.UTF8.GetCharCount(line) + 1, finding.Location.Column);
        }

        if (defect.ExampleLine is { } row)
            Assert.Contains(findings, finding => $"{finding.Location.Line}" == row);
        if (defect.ExampleId is not { } id || !findings.Any(finding => finding.Annotation is not null))
            return;
        // Of two that are equal the finding stands at one, and the other is its related place.
        var example = findings
            .SelectMany(finding =>
                finding
                    .Related.Select(place => (place.Annotation, place.Location))
                    .Prepend((finding.Annotation, finding.Location))
            )
            .FirstOrDefault(place => place.Annotation == id)
            .Location;
        Assert.True(example is not null, $"annotation {id} is not among them");
        Assert.Contains(
            ElementsWithId(File.ReadAllText(example.File, Encoding.Latin1), id),
            element => element.Start <= example.Start && example.End <= element.End
        );
    }

    /// <summary>Where the objects with an id begin and end, in bytes: the text has one character for each byte.</summary>
    static IEnumerable<(int Start, int End)> ElementsWithId(string text, string id)
    {
        var pattern = $$"""
            "id"\s*:\s*"?{{id}}"?\s*[,}]
            """;
        foreach (Match match in Regex.Matches(text, pattern))
        {
            var (start, depth) = (match.Index, 0);
            for (; depth >= 0; start--)
                depth += text[start - 1] switch
                {
                    '}' => 1,
                    '{' => -1,
                    _ => 0,
                };
            var end = start + 1;
            for (depth = 1; depth > 0; end++)
                depth += text[end] switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
            yield return (start, end);
        }
    }
}
