namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>An annotation that a pair rule speaks of, and which of the two it may be.</summary>
readonly record struct PairItem(int Row, bool IsFirst, bool IsSecond);
