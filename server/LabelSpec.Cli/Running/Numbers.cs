using System.CommandLine;
using System.Globalization;

namespace LabelSpec.Cli.Running;

/// <summary>Options that take a whole number.</summary>
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
}
