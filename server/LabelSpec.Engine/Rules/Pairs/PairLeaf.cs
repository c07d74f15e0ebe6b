using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>A condition that cannot be taken apart further.</summary>
/// <param name="Side">What it speaks of.</param>
/// <param name="Holds">Its value for what is bound.</param>
/// <param name="Far">Its value for annotations far from each other; open where distance decides nothing.</param>
/// <param name="Key">What has to be equal or different, where that is all that it asks.</param>
sealed record PairLeaf(PairSide Side, TruthOf Holds, TruthRange Far, PairKey? Key);

/// <summary>What a condition speaks of.</summary>
enum PairSide
{
    Neither,
    First,
    Second,
    Both,
}

/// <summary>A value of each of the two that is compared by <c>==</c> or <c>!=</c>.</summary>
/// <param name="First">Of the annotation bound first.</param>
/// <param name="Second">Of the other one.</param>
/// <param name="Operation">Equal or not equal.</param>
sealed record PairKey(KeyOf First, KeyOf Second, ComparisonOperator Operation);

/// <summary>Equal values have equal keys; null is unknown.</summary>
delegate long? KeyOf(Frame frame);
