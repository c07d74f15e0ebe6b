using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// Conditions in pixels, where the size of an image is not known.
sealed partial class ExpressionCompiler
{
    /// <summary>Whether a condition is unknown in some images, as only shares of their size are known.</summary>
    public bool IsUnknownInShares(BoundExpression condition) =>
        data.HasSharesOnly
        && condition switch
        {
            BoundCall { Function: BuiltInFunction.TouchesEdge, Arguments: [_, var margin] } => PixelAxes.Of(margin)
                is not PixelAxis.Zero,
            BoundCall { Function: BuiltInFunction.Tight } call => PixelAxes.Of(call.Arguments[2]) is not PixelAxis.Zero,
            _ => false,
        };

    /// <summary>Whether a comparison is unknown in some images, as only shares of their size are known.</summary>
    public bool IsUnknownInShares(BoundExpression left, BoundExpression right) =>
        data.HasSharesOnly && PixelAxes.NeedPixels(left, right);

    TruthOf WherePixelsAreKnown(TruthOf condition) =>
        frame => data.KnowsPixels(frame.Image) ? condition(frame) : T.Unknown;
}
