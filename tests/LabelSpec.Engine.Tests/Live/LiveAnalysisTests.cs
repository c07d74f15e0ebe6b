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
                    var text = new EditorText(fixture.Text);
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

    static AnalysisRequest Request(EditedFixture fixture, Dataset dataset) =>
        new(dataset) { Guideline = fixture.Guideline, Threads = 1 };

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
