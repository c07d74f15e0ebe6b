using System.Text;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Violations;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Judging;

/// <summary>What is cheaper where of many findings only some are new, or shown, says the same.</summary>
public class ManyFindingsTests
{
    const int Annotations = 120;

    /// <summary>Boxes of few places and sizes, so that many violations are alike; some have none.</summary>
    static readonly Gen<Dataset> Data = Gen.Select(Gen.Int[1, 2], Gen.Int[0, 3], Gen.Int[1, 3])
        .Array[Annotations]
        .Select(rows =>
            Read(
                rows.Select(
                    (row, id) =>
                        $$"""{"id": {{id}}, "image_id": {{row.Item1}}, "category_id": 1{{(
                            row.Item2 == 0 ? "" : $", \"bbox\": [{row.Item2}, 1, {row.Item3}, 2]"
                        )}}}"""
                )
            )
        );

    [Fact]
    public void A_few_findings_have_the_fingerprints_that_they_have_among_all() =>
        Data.Select(Gen.Int[0, 10_000].Array[1, 20])
            .Holds(
                (dataset, chosen) =>
                {
                    var guideline = TestGuideline.Bind(
                        "class car { shape box } rule wide { for a: car require a.width > 100px } rule high { for a: car require a.height > 100px }"
                    );
                    var request = new AnalysisRequest(dataset) { Guideline = guideline };
                    var findings = Analysis.Run(request).Findings;
                    int[] few = [.. chosen.Select(one => one % findings.Count).Distinct().Order()];
                    Assert.True(few.Length < findings.Count / 4);

                    var shown = findings.WithoutFixes(few).Select(finding => (finding.Rule, finding.Fingerprint));

                    Assert.Equal(
                        few.Select(index => (findings[index].Rule, findings[index].Fingerprint)).ToList(),
                        shown.ToList()
                    );
                }
            );

    [Fact]
    public void What_is_nearly_in_order_is_brought_into_the_same_order() =>
        Data.Select(Gen.Select(Gen.Int[0, Annotations - 1], Gen.Int[-1, 2]).Array[0, 60], Gen.Int[0, 70].Array[0, 40])
            .Holds(
                (dataset, subjects, moved) =>
                {
                    var places = new Places(dataset);
                    Violation[] violations =
                    [
                        .. subjects.Select(one =>
                            Violation.OfPair(one.Item1, one.Item2) with
                            {
                                Source = one.Item2 + 1,
                            }
                        ),
                    ];
                    var sorted = ViolationOrder.Sort(violations, places);
                    Assert.Equal(
                        violations
                            .OrderBy(one => places.SpanOf(one.Kind, one.Subject).Start)
                            .ThenBy(one => one.Source)
                            .ThenBy(one => one.Subject)
                            .ThenBy(one => one.Other),
                        sorted
                    );

                    var ahead = moved.Where(index => index < sorted.Length).Distinct().ToList();
                    Violation[] nearly =
                    [
                        .. ahead.Select(index => sorted[index]),
                        .. sorted.Where((_, index) => !ahead.Contains(index)),
                    ];

                    Assert.Equal(sorted, ViolationOrder.Sort(nearly, places));
                    Assert.Equal(sorted, ViolationOrder.Sort([.. nearly.Reverse()], places));
                }
            );

    static Dataset Read(IEnumerable<string> annotations) =>
        DatasetReader.Read([
            new ReadInput(
                "/no/such/folder/a.json",
                Encoding.UTF8.GetBytes(
                    $$"""
                    {"images": [{"id": 1, "file_name": "a.jpg", "width": 9, "height": 9}, {"id": 2, "file_name": "a.jpg", "width": 9, "height": 9}],
                    "categories": [{"id": 1, "name": "car"}],
                    "annotations": [{{string.Join(",\n", annotations)}}]}
                    """
                )
            ),
        ]);
}
