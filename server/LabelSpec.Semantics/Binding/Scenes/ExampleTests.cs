using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.Semantics.Binding.Scenes;

/// <summary>Makes tests of the examples and counterexamples that have a shape.</summary>
internal static class ExampleTests
{
    private const double LeastSide = 1000;

    public static void Add(ClassSymbol symbol, List<TestSymbol> tests)
    {
        if (symbol.IsAbstract)
        {
            return;
        }
        Add(symbol, symbol.Examples, TestOrigin.Example, symbol.Name, tests);
        Add(symbol, symbol.Counterexamples, TestOrigin.Counterexample, symbol.Name, tests);
        foreach (var attribute in symbol.OwnAttributes)
        {
            Add(symbol, attribute.Examples, TestOrigin.Example, $"{symbol.Name}.{attribute.Name}", tests);
            Add(symbol, attribute.Counterexamples, TestOrigin.Counterexample, $"{symbol.Name}.{attribute.Name}", tests);
        }
    }

    private static void Add(
        ClassSymbol symbol,
        ImmutableArray<Example> examples,
        TestOrigin origin,
        string owner,
        List<TestSymbol> tests
    )
    {
        foreach (var example in examples)
        {
            if (!example.Shapes.IsEmpty)
            {
                tests.Add(ToTest(symbol, example, origin, owner));
            }
        }
    }

    private static TestSymbol ToTest(ClassSymbol symbol, Example example, TestOrigin origin, string owner)
    {
        var word = origin == TestOrigin.Example ? "example" : "counterexample";
        var scene = new Scene(
            [ImageAround(example)],
            [
                new SceneAnnotation(
                    word,
                    symbol,
                    example.Shapes,
                    0,
                    null,
                    null,
                    example.Attributes,
                    ImmutableDictionary<AnnotationMember, AttributeValue>.Empty,
                    example.Span
                ),
            ]
        );
        return new TestSymbol(
            $"{word} of {owner}: {example.Image ?? example.Text}",
            origin,
            scene,
            example.Span,
            example.Span
        )
        {
            Documentation = example.Text,
        };
    }

    /// <summary>The size of the picture is not known here: large enough that the shape touches no edge that it does not touch in any case.</summary>
    private static SceneImage ImageAround(Example example)
    {
        var (width, height) = (LeastSide, LeastSide);
        foreach (var shape in example.Shapes)
        {
            if (SceneBounds.Of(shape) is { } bounds)
            {
                (width, height) = (Math.Max(width, 2 * bounds.Right), Math.Max(height, 2 * bounds.Bottom));
            }
        }
        return new SceneImage(
            example.Image,
            0,
            width,
            height,
            ImmutableDictionary<string, AttributeValue>.Empty,
            [],
            example.Span
        );
    }
}
