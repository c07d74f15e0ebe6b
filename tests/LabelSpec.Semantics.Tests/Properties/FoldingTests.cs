using CsCheck;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Tests.Support;
using LabelSpec.Semantics.Types;
using LabelSpec.TestSupport;

namespace LabelSpec.Semantics.Tests.Properties;

/// <summary>Compares what the guideline's conditions are said to be with what they are for many values.</summary>
public class FoldingTests
{
    /// <summary>Random numbers with the value that they must have, computed beside the text.</summary>
    private static readonly Gen<(string Text, double Value)> Constants = Gen.Recursive<(string Text, double Value)>(
        (depth, inner) =>
            depth > 4
                ? Gen.Int[-9, 9].Select(value => ($"({value})", (double)value))
                : Gen.OneOf(
                    Gen.Int[0, 20].Select(value => ($"{value}", (double)value)),
                    Gen.Select(inner, inner).Select((a, b) => ($"({a.Text} + {b.Text})", a.Value + b.Value)),
                    Gen.Select(inner, inner).Select((a, b) => ($"({a.Text} - {b.Text})", a.Value - b.Value)),
                    Gen.Select(inner, inner).Select((a, b) => ($"({a.Text} * {b.Text})", a.Value * b.Value)),
                    Gen.Select(inner, Gen.Int[1, 8]).Select((a, b) => ($"({a.Text} / {b})", a.Value / b)),
                    inner.Select(a => ($"abs({a.Text})", Math.Abs(a.Value))),
                    Gen.Select(inner, inner).Select((a, b) => ($"min({a.Text}, {b.Text})", Math.Min(a.Value, b.Value))),
                    Gen.Select(inner, inner, inner, inner)
                        .Select(
                            (a, b, c, d) =>
                                (
                                    $"(if {a.Text} < {b.Text} then {c.Text} else {d.Text})",
                                    a.Value < b.Value ? c.Value : d.Value
                                )
                        )
                )
    );

    [Fact]
    public void A_constant_expression_folds_to_its_value() =>
        Constants.Holds(
            constant =>
            {
                var compilation = Support.Spec.Compile(
                    $"class car rule r {{ for a: car where {constant.Text} < a.share require a.lit }}".Replace(
                        "class car",
                        "class car { attribute share: number attribute lit: bool }",
                        StringComparison.Ordinal
                    )
                );
                var comparison = compilation
                    .Guideline.Rules.Select(rule => rule.Where)
                    .OfType<BoundComparison>()
                    .Single();

                Assert.Equal(constant.Value, RangeEvaluator.ConstantOf(comparison.Operands[0]));
            },
            iter: 100
        );

    /// <summary>Conditions over `x` (0..1), `y` (-2..3) and `s` (one of three), with their value for given x, y and s.</summary>
    private static readonly Gen<Condition> Conditions = Gen.Recursive<Condition>(
        (depth, inner) =>
        {
            var atoms = Gen.OneOf(
                Gen.Select(Pick.From("x", "y"), Pick.From("<", "<=", ">", ">=", "==", "!="), Gen.Int[-3, 4])
                    .Select(Compare),
                Gen.Select(Pick.From("red", "green", "blue"), Gen.Bool).Select(IsValue),
                Gen.Select(Gen.Int[-3, 3], Gen.Int[0, 3])
                    .Select(
                        (low, size) =>
                            new Condition(
                                $"a.y in {low}..{low + size}",
                                point => point.Y >= low && point.Y <= low + size
                            )
                    ),
                Gen.Int[-2, 5].Select(sum => new Condition($"a.x + a.y <= {sum}", point => point.X + point.Y <= sum)),
                Gen.Int[-4, 4]
                    .Select(product => new Condition($"a.x * a.y > {product}", point => point.X * point.Y > product))
            );
            return depth > 3
                ? atoms
                : Gen.OneOf(
                    atoms,
                    Gen.Select(inner, inner)
                        .Select((a, b) => new Condition($"({a.Text} and {b.Text})", p => a.Holds(p) && b.Holds(p))),
                    Gen.Select(inner, inner)
                        .Select((a, b) => new Condition($"({a.Text} or {b.Text})", p => a.Holds(p) || b.Holds(p))),
                    Gen.Select(inner, inner)
                        .Select(
                            (a, b) => new Condition($"({a.Text} implies {b.Text})", p => !a.Holds(p) || b.Holds(p))
                        ),
                    Gen.Select(inner, inner)
                        .Select((a, b) => new Condition($"({a.Text} iff {b.Text})", p => a.Holds(p) == b.Holds(p))),
                    inner.Select(a => new Condition($"not ({a.Text})", p => !a.Holds(p)))
                );
        }
    );

    [Fact]
    public void A_condition_that_is_said_to_be_constant_is_constant() =>
        Gen.Select(Conditions, Conditions)
            .Holds(
                (assumed, asked) =>
                {
                    var (where, require) = Bind(assumed, asked);
                    var truth = TruthEvaluator.TruthOf(require, Facts.None);
                    var underFacts = TruthEvaluator.TruthOf(require, Facts.None.Assume(where, true));
                    var underNegation = TruthEvaluator.TruthOf(require, Facts.None.Assume(where, false));
                    foreach (var point in Points)
                    {
                        var possible = asked.Holds(point) ? Truth.CanBeTrue : Truth.CanBeFalse;
                        Assert.True(truth.HasFlag(possible), $"{asked.Text} at {point}");
                        var assumptions = assumed.Holds(point) ? underFacts : underNegation;
                        Assert.True(
                            assumptions.HasFlag(possible),
                            $"{asked.Text} where {assumed.Text} is {assumed.Holds(point)} at {point}"
                        );
                    }
                },
                iter: 150
            );

    private static IEnumerable<Point> Points =>
        from x in (double[])[0, 0.25, 0.5, 1]
        from y in (double[])[-2, -1, -0.5, 0, 1, 2, 3]
        from s in (string[])["red", "green", "blue"]
        select new Point(x, y, s);

    private static (BoundExpression Where, BoundExpression Require) Bind(Condition where, Condition require)
    {
        var rule = Support
            .Spec.Bind(
                $$"""
                class car {
                  attribute x: number 0..1
                  attribute y: number -2..3
                  attribute s: red | green | blue
                }
                rule r { for a: car where {{where.Text}} require {{require.Text}} }
                """
            )
            .Rules.Single();
        return (rule.Where!, rule.Assertions[0].Condition);
    }

    private static Condition Compare(string name, string kind, int value) =>
        new(
            $"a.{name} {kind} {value}",
            point =>
            {
                var number = name == "x" ? point.X : point.Y;
                return kind switch
                {
                    "<" => number < value,
                    "<=" => number <= value,
                    ">" => number > value,
                    ">=" => number >= value,
                    "==" => number == value,
                    _ => number != value,
                };
            }
        );

    private static Condition IsValue(string value, bool equal) =>
        new($"a.s {(equal ? "==" : "!=")} {value}", point => point.S == value == equal);

    private sealed record Point(double X, double Y, string S);

    private sealed record Condition(string Text, Func<Point, bool> Holds);
}
