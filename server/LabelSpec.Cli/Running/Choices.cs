using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelSpec.Cli.Running;

/// <summary>Options and arguments that take one of a few words.</summary>
static class Choices
{
    public static Option<string> OneOf(this Option<string> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => Check(result, option.Name, words));
        return option;
    }

    public static Argument<string> OneOf(this Argument<string> argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => Check(result, argument.Name, words));
        return argument;
    }

    static void Check(SymbolResult result, string name, string[] words)
    {
        foreach (var token in result.Tokens)
            if (!words.Contains(token.Value))
                result.AddError(
                    $"{name} is one of {string.Join(", ", words)}, not '{token.Value}'"
                        + Suggestion.For(token.Value, words)
                );
    }
}
