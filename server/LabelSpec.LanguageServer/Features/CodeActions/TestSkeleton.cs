using System.Globalization;
using LabelSpec.Grammar.Facts;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>
/// The beginning of a test of a rule: what the rule speaks of, drawn somewhere, and the violation that is expected. Where exactly it has to
/// lie is for the author to say, and the test says whether it does.
/// </summary>
static class TestSkeleton
{
    /// <param name="name">The rule's, as it is written.</param>
    public static string Of(Guideline guideline, string name)
    {
        var rule = guideline.Rules.FirstOrDefault(rule => rule.Name == name.Trim('`'));
        var (members, place) = rule is null ? ([], "") : Drawn(rule.Binder);
        return $"\n\ntest \"{name.Trim('`')} is violated\" {{\n  image 1920 x 1080\n"
            + string.Concat(members.Select(member => $"  {member}\n"))
            + $"  expect {name}{place}\n}}";
    }

    static (IReadOnlyList<string> Members, string Place) Drawn(RuleBinder binder) =>
        binder switch
        {
            EachBinder each => Annotations(each.Variable),
            OrderedPairBinder pair => Annotations(pair.First, pair.Second),
            UnorderedPairBinder pair => Annotations(pair.First, pair.Second),
            StepBinder step => Track(step.From),
            TrackBinder track => Track(track.Variable),
            _ => ([], ""),
        };

    static (IReadOnlyList<string>, string) Annotations(params ReadOnlySpan<VariableSymbol> variables)
    {
        var members = new List<string>();
        foreach (var variable in variables)
            if (ClassOf(variable) is { } @class)
                members.Add(
                    $"{SyntaxFacts.Quote(variable.Name)}: {SyntaxFacts.Quote(@class.Name)} {Shape(@class, members.Count)}{Required(@class)}"
                );
        return members.Count == variables.Length ? (members, $" at {SyntaxFacts.Quote(variables[0].Name)}") : ([], "");
    }

    static (IReadOnlyList<string>, string) Track(VariableSymbol variable) =>
        ClassOf(variable) is not { } @class
            ? ([], "")
            : (
                [
                    $"track t: {SyntaxFacts.Quote(@class.Name)} {{",
                    $"  frame 0 {Shape(@class, 0)}{Required(@class)}",
                    $"  frame 1 {Shape(@class, 1)}{Required(@class)}",
                    "}",
                ],
                " at t"
            );

    static ClassSymbol? ClassOf(VariableSymbol variable) =>
        variable.Type switch
        {
            AnnotationType annotation => annotation.Classes.Classes.FirstOrDefault(),
            TrackType track => track.Classes.Classes.FirstOrDefault(),
            _ => null,
        };

    /// <param name="index">Of two shapes, the second lies a little further on.</param>
    static string Shape(ClassSymbol @class, int index)
    {
        var x = 100 + index * 4;
        var at = x.ToString(CultureInfo.InvariantCulture);
        return @class.Shapes.IsEmpty
            ? $"box {at} 100 200 100"
            : @class.Shapes[0] switch
            {
                { Kind: ShapeKind.RotatedBox } => $"rotated_box {x + 100} 150 200 100 0",
                { Kind: ShapeKind.Polygon or ShapeKind.Mask } shape =>
                    $"{ShapeKinds.NameOf(shape.Kind)} {at} 100, {x + 200} 100, {x + 200} 200, {at} 200",
                { Kind: ShapeKind.Polyline } => $"polyline {at} 100, {x + 200} 200",
                { Kind: ShapeKind.Point } => $"point {at} 100",
                { Kind: ShapeKind.Ellipse } => $"ellipse {x + 100} 150 100 50",
                { Kind: ShapeKind.Cuboid } => $"cuboid {index} 0 0 4 2 2 0",
                { Kind: ShapeKind.Tag } => "tag",
                { Kind: ShapeKind.Skeleton, Skeleton: { } skeleton } => $"skeleton {{ {Points(skeleton, x)} }}",
                _ => $"box {at} 100 200 100",
            };
    }

    static string Points(SkeletonSymbol skeleton, int x) =>
        string.Join(
            ", ",
            skeleton.Points.Select((point, i) => $"{SyntaxFacts.Quote(point.Name)} {x + i * 10} {100 + i * 10}")
        );

    /// <summary>What every annotation of the class must have.</summary>
    static string Required(ClassSymbol @class)
    {
        var values = @class
            .Attributes.Where(attribute => attribute.IsRequired)
            .Select(attribute => (attribute.Name, Value: ValueOf(attribute)))
            .Where(one => one.Value is not null)
            .Select(one => $"{SyntaxFacts.Quote(one.Name)} = {one.Value}")
            .ToList();
        return values.Count == 0 ? "" : $" {{ {string.Join(", ", values)} }}";
    }

    static string? ValueOf(AttributeSymbol attribute) =>
        attribute.Type switch
        {
            BoolAttributeType => "true",
            EnumAttributeType one when !one.Values.IsEmpty => SyntaxFacts.Quote(one.Values[0].Name),
            SetAttributeType set when !set.Values.IsEmpty => $"({SyntaxFacts.Quote(set.Values[0].Name)})",
            IntAttributeType or NumberAttributeType => "1",
            TextAttributeType => "\"text\"",
            _ => null,
        };
}
