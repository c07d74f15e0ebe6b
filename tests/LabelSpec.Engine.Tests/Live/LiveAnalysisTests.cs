using System.Text.Json;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Live;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Live;

public class LiveAnalysisTests
{
    [Fact]
    public void After_any_edits_the_result_is_that_of_a_fresh_analysis()
    {
        var partial = 0;
        var total = 0;
        Gen.Select(
                Gen.Int[0, EditedFixture.All.Count - 1].Select(index => EditedFixture.All[index]),
                RandomEdit.Any.Array[1, 8]
            )
            .Holds(
                (fixture, edits) =>
                {
                    var memory = new ReadMemory { SmallestFile = 0, StretchSize = 300 };
                    var text = new EditorText(System.Text.Encoding.UTF8.GetBytes(fixture.Text), PieceSize);
                    var live = LiveAnalysis.Of(Request(fixture, Read(fixture, text, memory)));
                    foreach (var edit in edits)
                    {
                        text = edit.Apply(text);
                        live = live.After(Request(fixture, Read(fixture, text, memory)));
                        var fresh = Analysis.Run(
                            Request(fixture, Read(fixture, new EditorText(text.ToString()), null))
                        );
                        Assert.Equal(Show(fresh), Show(live.Result));
                        total++;
                        partial += live.IsPartial ? 1 : 0;
                    }
                },
                iter: 150,
                threads: 1
            );
        // The test means little when nothing is ever taken over.
        Assert.True(partial > total / 3, $"{partial} of {total} were partial");
    }

    public static TheoryData<string> EditedNames => [.. EditedFiles.All.Keys];

    [Theory]
    [MemberData(nameof(EditedNames))]
    public void Formats_that_are_read_in_stretches_are_judged_in_parts(string name)
    {
        var fixture = new EditedFixture("/no/such/folder/" + name, EditedFiles.All[name], EditedFixture.Counting);
        var partial = 0;
        RandomEdit
            .Any.Array[1, 6]
            .Holds(
                edits =>
                {
                    var memory = new ReadMemory { SmallestFile = 0, StretchSize = 300 };
                    var text = new EditorText(System.Text.Encoding.UTF8.GetBytes(fixture.Text), PieceSize);
                    var live = LiveAnalysis.Of(Request(fixture, Read(fixture, text, memory)));
                    Assert.NotNull(memory.Content);
                    foreach (var edit in edits)
                    {
                        text = edit.Apply(text);
                        live = live.After(Request(fixture, Read(fixture, text, memory)));
                        var fresh = Read(fixture, new EditorText(text.ToString()), null);
                        Assert.Equal(Show(Analysis.Run(Request(fixture, fresh))), Show(live.Result));
                        partial += live.IsPartial ? 1 : 0;
                    }
                },
                iter: 40,
                threads: 1
            );
        Assert.True(partial > 15, $"only {partial} were partial");
    }

    /// <summary>Small files of every real format, one for each folder, each edited a few times.</summary>
    [RealDataFact]
    public void Real_files_of_every_format_follow_edits_as_a_fresh_analysis_would()
    {
        var files = Directory
            .EnumerateFiles(TestSupport.RealData.Folder!, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".xml" or ".txt" or ".csv" or ".geojson" or ".ndjson")
            .Where(path => new FileInfo(path).Length is > 100 and < 60_000)
            .GroupBy(Path.GetDirectoryName)
            .OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => folder.Order(StringComparer.Ordinal).First())
            .Take(MostRealFiles)
            .Select(path => new EditedFixture(path, File.ReadAllText(path), null))
            .ToList();
        Assert.True(files.Count > 20);
        var formats = new HashSet<string>();
        Gen.Select(RandomEdit.Any.Array[3], Gen.Int[0, files.Count - 1])
            .Holds(
                (edits, index) =>
                {
                    var fixture = files[index];
                    var text = new EditorText(System.Text.Encoding.UTF8.GetBytes(fixture.Text), PieceSize);
                    var live = LiveAnalysis.Of(Request(fixture, Read(fixture, text, null)));
                    formats.Add(live.Dataset.Files[0].Format?.Id ?? "");
                    foreach (var edit in edits)
                    {
                        text = edit.Apply(text);
                        live = live.After(Request(fixture, Read(fixture, text, null)));
                        var fresh = Read(fixture, new EditorText(text.ToString()), null);
                        Assert.Equal(Show(Analysis.Run(Request(fixture, fresh))), Show(live.Result));
                    }
                },
                iter: 120,
                threads: 1
            );
        Assert.True(formats.Count > 8, string.Join(' ', formats));
    }

    [BenchDataFact]
    public void A_keystroke_in_a_file_of_20_MB_is_judged_in_parts_and_comes_to_the_same()
    {
        var fixture = new EditedFixture(BenchData.Generated("S.json"), "", null);
        var text = new EditorText(File.ReadAllBytes(fixture.Path));
        var memory = new ReadMemory();
        var live = LiveAnalysis.Of(Request(fixture, Read(fixture, text, memory)));
        foreach (
            var (old, by) in new[] { ("\"category_id\": 3", "\"category_id\": 31"), ("\"bbox\": [", "\"bbox\": [-") }
        )
        {
            var needle = System.Text.Encoding.UTF8.GetBytes(old);
            var half = text.Bytes.Length / 2;
            var at = half + text.Bytes.From(half).IndexOf(needle);
            text = text.Replace(at, at + needle.Length, System.Text.Encoding.UTF8.GetBytes(by));
            live = live.After(Request(fixture, Read(fixture, text, memory)));

            Assert.True(live.IsPartial);
            Assert.Equal(Show(Analysis.Run(Request(fixture, Read(fixture, text, null)))), Show(live.Result));
        }
    }

    const int MostRealFiles = 150;

    // So short that most elements lie across two.
    const int PieceSize = 100;

    static AnalysisRequest Request(EditedFixture fixture, Dataset dataset) =>
        new(dataset)
        {
            Guideline = fixture.Guideline,
            Threads = 1,
            RowsKeptTogether = 2,
        };

    static Dataset Read(EditedFixture fixture, EditorText text, ReadMemory? memory) =>
        DatasetReader.Read(
            [new ReadInput(fixture.Path, text) { Memory = memory }],
            new ReadOptions { Threads = 1, ReadsPictures = false }
        );

    static string Show(AnalysisResult result) =>
        string.Join('\n', result.Findings.Select(finding => JsonSerializer.Serialize(finding)))
        + string.Join('\n', result.Rules)
        + (result.Summary with { Duration = default })
        + string.Join('\n', result.Inputs);
}
