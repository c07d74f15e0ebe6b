namespace LabelSpec.Engine.Rules.Values;

/// <summary>Kleene's three values, ordered so that <c>and</c> is the minimum, <c>or</c> the maximum and <c>not</c> the sign.</summary>
public enum Truth : sbyte
{
    False = -1,
    Unknown = 0,
    True = 1,
}
