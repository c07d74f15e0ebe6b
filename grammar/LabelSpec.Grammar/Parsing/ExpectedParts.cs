using LabelSpec.Grammar.Facts;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Which part of the language the words of a parser's expectation mean.</summary>
static class ExpectedParts
{
    public static ExpectedPart Of(string expected) =>
        expected switch
        {
            ExpressionGrammar.Label => ExpectedPart.Expression,
            ExpressionGrammar.OperatorLabel => ExpectedPart.Operator,
            AttributeGrammar.DefaultLabel => ExpectedPart.Default,
            TypeGrammar.Label => ExpectedPart.Type,
            ShapeGrammar.Label => ExpectedPart.Shape,
            GeometryGrammar.Label => ExpectedPart.Geometry,
            ProseGrammar.ReplacementLabel => ExpectedPart.Replacement,
            LimitGrammar.TimesSign => ExpectedPart.Times,
            "a member's name" => ExpectedPart.Member,
            "a class" => ExpectedPart.Class,
            "an attribute" => ExpectedPart.Attribute,
            "a value" => ExpectedPart.Value,
            "a skeleton" => ExpectedPart.Skeleton,
            "a point of the skeleton" => ExpectedPart.Keypoint,
            "a variable" => ExpectedPart.Variable,
            "a rule" => ExpectedPart.Rule,
            "a unit" => ExpectedPart.Unit,
            "a check" => ExpectedPart.Check,
            "an annotation of the test" => ExpectedPart.Annotation,
            "a metric such as `recall`" => ExpectedPart.Metric,
            _ => ExpectedPart.Other,
        };
}
