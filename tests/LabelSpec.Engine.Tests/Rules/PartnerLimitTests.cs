using CsCheck;
using LabelSpec.Engine.Rules.Pairs;
using LabelSpec.Engine.Violations;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

public class PartnerLimitTests
{
    [Fact]
    public void Kept_are_the_first_partners_of_each_annotation_in_whatever_order_pairs_come() =>
        Gen.Select(Gen.Int[0, 120], Gen.Int[1, 7], Gen.Bool)
            .Holds(
                (count, step, isReversed) =>
                {
                    var pairs = new List<(int A, int B)>();
                    for (var a = 0; a < count; a++)
                    for (var b = a + 1; b < count; b += step)
                        pairs.Add((a, b));
                    var partners = pairs
                        .Concat(pairs.Select(pair => (A: pair.B, B: pair.A)))
                        .ToLookup(pair => pair.A, pair => pair.B);
                    var expected = pairs.Where(pair => IsFirst(pair.A, pair.B) || IsFirst(pair.B, pair.A));

                    var kept = Keep(isReversed ? pairs.AsEnumerable().Reverse() : pairs);
                    Assert.Equal(expected, kept.Order());
                    Assert.InRange(kept.Count, 0, PartnerLimit.Most * Math.Max(1, count));

                    bool IsFirst(int row, int partner) =>
                        partners[row].Order().Take(PartnerLimit.Most).Contains(partner);
                },
                iter: 200
            );

    [Fact]
    public void At_one_place_all_pairs_are_counted_and_each_annotation_is_in_some_finding()
    {
        const int Boxes = 1500;
        SceneRow[] place = [.. Enumerable.Range(0, Boxes).Select(i => new SceneRow("car", 10, 10, 1000 + i % 3, 1000))];
        var judged = RuleBench.Judge(
            "class car { shape box } rule r { for pair a, b: car forbid iou(a, b) > 0.9 }",
            place
        );
        Assert.Equal((0L, (long)Boxes * (Boxes - 1) / 2, 0L), judged[0]);
        var kept = judged.Log.Violations;
        Assert.InRange(kept.Count, Boxes - 1, PartnerLimit.Most * Boxes);
        Assert.Equal(Boxes, kept.SelectMany(pair => new[] { pair.Subject, pair.Other }).Distinct().Count());
    }

    static List<(int, int)> Keep(IEnumerable<(int A, int B)> pairs)
    {
        var limit = new PartnerLimit();
        foreach (var (a, b) in pairs)
            limit.Add(a, b);
        var log = new ViolationLog(1);
        limit.Leave(log, 0);
        return [.. log.Violations.Select(violation => (violation.Subject, violation.Other))];
    }
}
