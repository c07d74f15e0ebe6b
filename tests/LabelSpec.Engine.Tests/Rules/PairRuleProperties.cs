using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

/// <summary>Rules over pairs and quantifiers come to the same whether all pairs are looked at or only those that matter.</summary>
public class PairRuleProperties
{
    const string Classes = """
        class car { shape box | polygon | point  attribute truncated: bool  attribute side: left | right  attribute limit: number 0..1 }
        class bus { shape box | polygon | point  attribute truncated: bool  attribute side: left | right  attribute limit: number 0..1 }
        """;

    static readonly Gen<string> Atom = RuleBench.OneOf(
        "iou(a, b) > 0.3",
        "iou(a, b) <= 0.2",
        "iou(a, b) >= 0",
        "overlap(a, b) > 50%",
        "overlap(b, a) in 10%..90%",
        "0px < distance(a, b) <= 5px",
        "distance(a, b) < 20px",
        "distance(a.center, b.center) >= 15px",
        "contains(a, b)",
        "tight(a, b, 4px)",
        "a.truncated",
        "b.truncated",
        "a.truncated == b.truncated",
        "a.side == left",
        "a.side == b.side",
        "a.side != b.side",
        "a.group == b.group",
        "a.track != b.track",
        "a.class == b.class",
        "a.width < b.width",
        "left_of(a, b)",
        "overlap(a, b) > a.limit",
        "exists other: bus where overlap(other, a) > 0.2",
        "true"
    );

    static readonly Gen<string> Condition = Gen.Recursive<string>(
        (depth, nested) =>
            depth >= 2
                ? Atom
                : Gen.OneOf(
                    Atom,
                    Gen.Select(nested, nested, (x, y) => $"({x} and {y})"),
                    Gen.Select(nested, nested, (x, y) => $"({x} or {y})"),
                    Gen.Select(nested, nested, (x, y) => $"({x} implies {y})"),
                    Gen.Select(nested, nested, (x, y) => $"({x} iff {y})"),
                    nested.Select(x => $"not ({x})"),
                    Gen.Select(nested, nested, nested, (x, y, z) => $"(if {x} then {y} else {z})")
                )
    );

    static readonly Gen<string> Binder = RuleBench.OneOf(
        "pair a, b: car",
        "pair a, b: car | bus",
        "a: car, b: bus",
        "a: car | bus, b: bus",
        "a: any, b: any"
    );

    static readonly Gen<string> Rule =
        from binder in Binder
        from condition in Condition
        from word in RuleBench.OneOf("require", "forbid")
        from clause in RuleBench.OneOf("", "where", "unless")
        from second in Condition
        select OwnNames(
            $$"""
            rule r {
              for {{binder}} {{(clause == "where" ? "where " + second : "")}}
              {{word}} {{condition}}
              {{(clause == "unless" ? "unless " + second : "")}}
            }
            """
        );

    // Every quantifier of a rule has a variable of its own.
    static string OwnNames(string rule)
    {
        var parts = rule.Split("exists other: bus where overlap(other,");
        return string.Concat(
            parts.Select((part, i) => i == 0 ? part : $"exists other{i}: bus where overlap(other{i},{part}")
        );
    }

    static readonly Gen<SceneRow> Row =
        from name in RuleBench.OneOf("car", "bus")
        from left in Gen.Int[0, 60]
        from top in Gen.Int[0, 60]
        from width in Gen.Int[0, 14]
        from height in Gen.Int[0, 14]
        from kind in Gen.Int[0, 9]
        from truncated in Gen.Int[0, 2]
        from side in Gen.Int[0, 2]
        from together in Gen.Int[-1, 3]
        from track in Gen.Int[-1, 5]
        select new SceneRow(name, left, top, width, height)
        {
            Shape =
                kind == 0 ? ShapeKind.Point
                : kind == 1 && width > 0 && height > 0 ? ShapeKind.Polygon
                : ShapeKind.Box,
            Ring = kind switch
            {
                0 => [left, top],
                1 when width > 0 && height > 0 =>
                [
                    left,
                    top,
                    left + width,
                    top + height / 2.0,
                    left + width / 2.0,
                    top + height,
                    left,
                    top + height / 3.0,
                ],
                _ => null,
            },
            Group = together,
            Track = track,
            Attributes =
            [
                .. truncated < 2 ? new[] { ("truncated", AttributeValue.Of(truncated == 1)) } : [],
                .. side < 2 ? new[] { ("side", AttributeValue.Of(side == 1 ? "right" : "left")) } : [],
                .. together > 0 ? new[] { ("limit", AttributeValue.Of(together / 4.0)) } : [],
            ],
        };

    [Fact]
    public void Looking_at_all_pairs_and_looking_at_those_that_matter_come_to_the_same() =>
        Gen.Select(Rule, Row.Array[40, 90])
            .Holds(
                (rule, rows) =>
                {
                    var guideline = RuleBench.Guideline(Classes + "\n" + rule);
                    var dataset = RuleBench.Data([WithPointBoxes(rows)]);
                    var all = RuleBench.Judge(guideline, dataset, lookAtAllPairs: true);
                    var some = RuleBench.Judge(guideline, dataset);
                    Assert.Equal(all.Tallies, some.Tallies);
                    Assert.Equal(all.Violations, some.Violations);
                },
                iter: 100
            );

    static readonly Gen<string> Quantified =
        from quantifier in RuleBench.OneOf(
            "exists b: any where {0}",
            "no b: bus where {0}",
            "every b: any where {0} satisfies a.width < b.width",
            "every b: car satisfies {0}",
            "count(b: any where {0}) > 2",
            "sum(b.width for b: bus where {0}) > 20px",
            "max(b.width for b: any where {0}) > 5px",
            "avg(b.height for b: car where {0}) > 5px"
        )
        from condition in Condition
        select OwnNames(
            $"rule r {{ for a: any require {quantifier.Replace("{0}", condition, StringComparison.Ordinal)} }}"
        );

    [Fact]
    public void Quantifiers_and_aggregates_come_to_the_same_with_and_without_trees() =>
        Gen.Select(Quantified, Row.Array[40, 90])
            .Holds(
                (rule, rows) =>
                {
                    var guideline = RuleBench.Guideline(Classes + "\n" + rule);
                    var dataset = RuleBench.Data([WithPointBoxes(rows)]);
                    var all = RuleBench.Judge(guideline, dataset, lookAtAllPairs: true);
                    var some = RuleBench.Judge(guideline, dataset);
                    Assert.Equal(all.Tallies, some.Tallies);
                    Assert.Equal(all.Violations, some.Violations);
                },
                iter: 150
            );

    [Fact]
    public void Results_depend_neither_on_the_order_of_annotations_nor_on_the_number_of_threads() =>
        Gen.Select(Rule, Quantified, Row.Array[2, 12].Array[3, 8], Gen.Int)
            .Holds(
                (rule, quantified, images, seed) =>
                {
                    var numbered = 0;
                    SceneRow[][] given =
                    [
                        .. images.Select(rows =>
                            WithPointBoxes(rows).Select(row => row with { Id = ++numbered, Track = -1 }).ToArray()
                        ),
                    ];
                    var guideline = RuleBench.Guideline(
                        $"{Classes}\n{rule}\n{quantified.Replace("rule r", "rule q", StringComparison.Ordinal)}"
                    );
                    var one = RuleBench.Judge(guideline, RuleBench.Data(given));
                    var shuffled = RuleBench.Judge(
                        guideline,
                        RuleBench.Data(given.Select(rows => Shuffle(rows, seed))),
                        4
                    );
                    Assert.Equal(one.Tallies, shuffled.Tallies);
                    Assert.Equal(Unordered(one), Unordered(shuffled));
                },
                iter: 80
            );

    // Which of two comes first in an unordered pair does depend on the file.
    static IEnumerable<(int, string, string)> Unordered(Judged judged) =>
        judged
            .Violations.Select(violation =>
                string.CompareOrdinal(violation.Subject, violation.Other) <= 0
                    ? violation
                    : (violation.Rule, Subject: violation.Other, Other: violation.Subject)
            )
            .Order();

    static SceneRow[] Shuffle(SceneRow[] rows, int seed)
    {
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    // Points have no extent, and polygons the box that is around them.
    static SceneRow[] WithPointBoxes(SceneRow[] rows) =>
        [.. rows.Select(row => row.Shape == ShapeKind.Point ? row with { Width = 0, Height = 0 } : row)];
}
