using System.CommandLine;
using System.CommandLine.Parsing;
using LabelSpec.Cli.Running;
using LabelSpec.Quality.Agreement;

namespace LabelSpec.Cli.Scoring;

/// <summary>The options that say what differences of answers mean.</summary>
sealed class ScaleOptions
{
    readonly Option<string[]> ranks = new("--ordinal")
    {
        Description = "An attribute whose values are ranks, lowest first. May be given several times.",
        HelpName = "NAME=LOW,…,HIGH",
    };

    readonly Option<string[]> intervals = new("--interval")
    {
        Description =
            "An attribute whose differences mean the same everywhere, as those of all numbers do unless told.",
        HelpName = "NAME",
    };

    readonly Option<string[]> ratios = new("--ratio")
    {
        Description = "An attribute whose numbers have a true zero. May be given several times.",
        HelpName = "NAME",
    };

    public ScaleOptions() => ranks.Validators.Add(MustBeRanks);

    public void AddTo(Command command)
    {
        command.Options.Add(ranks);
        command.Options.Add(intervals);
        command.Options.Add(ratios);
        command.Validators.Add(MustSayOne);
    }

    public AgreementSettings Apply(AgreementSettings settings, ParseResult parsed) =>
        settings with
        {
            Ranks = (parsed.GetValue(ranks) ?? []).ToDictionary(
                NameOf,
                rank => (IReadOnlyList<string>)rank[(NameOf(rank).Length + 1)..].Split(',')
            ),
            Intervals = (parsed.GetValue(intervals) ?? []).ToHashSet(),
            Ratios = (parsed.GetValue(ratios) ?? []).ToHashSet(),
        };

    /// <summary>Says which of the named attributes has no answers.</summary>
    public void WarnOfOthers(ParseResult parsed, IReadOnlyCollection<string> answered, TextWriter error)
    {
        foreach (var name in NamesIn(parsed.GetValue(ranks), parsed.GetValue(intervals), parsed.GetValue(ratios)))
            if (!answered.Contains(name))
                error.WriteLine(
                    $"labelspec: no two answer '{name}'{Suggestion.For(name, answered)}; "
                        + (
                            answered.Count > 0
                                ? $"there are answers to {string.Join(", ", answered)}"
                                : "nobody answers anything"
                        )
                );
    }

    static IEnumerable<string> NamesIn(string[]? ranks, string[]? intervals, string[]? ratios) =>
        [.. (ranks ?? []).Select(NameOf), .. intervals ?? [], .. ratios ?? []];

    static string NameOf(string rank) => rank[..rank.IndexOf('=', StringComparison.Ordinal)];

    static void MustBeRanks(OptionResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (
                token.Value.IndexOf('=', StringComparison.Ordinal) is var at
                && (at < 1 || at == token.Value.Length - 1)
            )
            {
                result.AddError($"--ordinal is NAME=LOW,…,HIGH, not '{token.Value}'");
                continue;
            }

            foreach (var (value, times) in token.Value[(at + 1)..].Split(',').CountBy(value => value))
                if (times > 1)
                    result.AddError($"--ordinal has '{value}' {times} times in '{token.Value}'; a value has one rank");
        }
    }

    // What is wrong with an option by itself is said before.
    void MustSayOne(CommandResult result)
    {
        var all = NamesIn(
            result.GetValue(ranks)?.Where(rank => rank.Contains('=', StringComparison.Ordinal)).ToArray(),
            result.GetValue(intervals),
            result.GetValue(ratios)
        );
        foreach (var (name, times) in all.CountBy(name => name))
            if (times > 1)
                result.AddError($"'{name}' has one scale, and --ordinal, --interval and --ratio name it {times} times");
    }
}
