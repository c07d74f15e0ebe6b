using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace LabelSpec.Cli.Running;

/// <summary>What is wrong with a command line, with the nearest right name.</summary>
static class UsageErrors
{
    public static ImmutableArray<string> Of(ParseResult parsed)
    {
        // Help, version and completion answer whatever else the line says.
        if (parsed.Action is { ClearsParseErrors: true })
            return [];
        ImmutableArray<string> unknown = [.. UnknownNames(parsed)];
        // One unknown word makes the parser complain about several others; its own name says it best.
        return unknown.IsEmpty ? [.. parsed.Errors.Select(error => error.Message).Distinct()] : [unknown[0]];
    }

    public static string CommandPath(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? result = parsed.CommandResult; result is not null; result = result.Parent)
            if (result is CommandResult command)
                names.Insert(0, command.Command is RootCommand ? "labelspec" : command.Command.Name);
        return string.Join(' ', names);
    }

    static IEnumerable<string> UnknownNames(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = OptionsOf(parsed.CommandResult).SelectMany(option => option.Aliases.Prepend(option.Name));

        // The parser takes an option that it does not know for a path.
        var beforeDashes = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        var written = beforeDashes.Select(token => token.Value).ToHashSet();
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens);
        var taken = arguments.Select(token => token.Value).Where(written.Contains);

        foreach (var word in parsed.UnmatchedTokens.Concat(taken).Where(IsOption))
        {
            var name = word.Split('=', ':')[0];
            yield return $"there is no option '{name}'{Suggestion.For(name, options)}";
        }

        foreach (var word in parsed.UnmatchedTokens)
            yield return command.Subcommands.Count > 0
                ? $"there is no command '{word}'{Suggestion.For(word, command.Subcommands.Select(known => known.Name))}"
                : $"unexpected '{word}'";
    }

    static IEnumerable<Option> OptionsOf(CommandResult command)
    {
        var inherited = command.Parent is CommandResult parent
            ? OptionsOf(parent).Where(option => option.Recursive)
            : [];
        return command.Command.Options.Concat(inherited);
    }

    static bool IsOption(string word) => word.Length > 1 && word[0] == '-';
}
