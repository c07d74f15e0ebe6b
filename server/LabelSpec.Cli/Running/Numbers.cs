using System.CommandLine;
using System.Globalization;

namespace LabelSpec.Cli.Running;

/// <summary>Options that take numbers.</summary>
static class Numbers
{
    public static void MustBeAtLeast<T>(this Option<T> option, int least) =>
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (
                    !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || number < least
                )
                    result.AddError($"{option.Name} is a whole number from {least}, not '{token.Value}'");
        });

    /// <summary>A list such as <c>0.026,0.025</c>: numbers above 0.</summary>
    public static void MustBeNumbers(this Option<string> option) =>
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            foreach (var part in token.Value.Split(','))
                if (!TryParse(part, out var number) || !(number > 0))
                    result.AddError($"{option.Name} is a list of numbers above 0, such as 0.026,0.025, not '{part}'");
        });

    /// <summary>The numbers of a list that has been validated.</summary>
    public static double[] Of(string list) =>
        [.. list.Split(',').Select(part => TryParse(part, out var number) ? number : double.NaN)];

    /// <summary>A share such as <c>0.5</c>: above 0, and at most 1.</summary>
    public static void MustBeShare<T>(this Option<T> option) =>
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!TryParse(token.Value, out var number) || !(number is > 0 and <= 1))
                    result.AddError($"{option.Name} is a number above 0 and up to 1, not '{token.Value}'");
        });

    static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
