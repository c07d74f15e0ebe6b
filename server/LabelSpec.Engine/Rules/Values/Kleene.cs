namespace LabelSpec.Engine.Rules.Values;

/// <summary>Kleene's tables.</summary>
static class Kleene
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(Truth value) => (Truth)(-(sbyte)value);

    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Implies(Truth left, Truth right) => Or(Not(left), right);

    /// <summary>Unknown as soon as one side is.</summary>
    public static Truth Iff(Truth left, Truth right) => (Truth)((sbyte)left * (sbyte)right);
}
