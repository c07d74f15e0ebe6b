using System.CommandLine;
using LabelSpec.Cli.Migrating;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Migration;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec migrate</c>: rewrites data that was labelled by an earlier version of a guideline.</summary>
static class MigrateCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description =
                "Annotation files, folders or globs. Without any, the data sets of the labelspec.yaml of this folder "
                + "or the nearest one above it.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var guideline = new Option<string>("--spec")
        {
            Description = "The guideline. Without it, the one of labelspec.yaml, or the nearest one above the data.",
            HelpName = "FILE",
        };
        var classes = Renames("--class", "Rename a class instead of following the guideline.", "OLD=NEW");
        var attributes = Renames("--attribute", "Rename an attribute.", "OLD=NEW");
        var values = Renames("--value", "Rename a value of an attribute.", "ATTRIBUTE:OLD=NEW");
        var aliases = new Option<bool>("--aliases") { Description = "Also write the label where data has an alias." };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Change nothing, print what would change as a unified diff.",
        };
        var jobs = Threads.Option();
        var command = new DocumentedCommand(
            "migrate",
            "Rewrites old labels in annotation files as the guideline's replaces and deprecated say, changing as few bytes as possible.",
            "labelspec migrate --dry-run data/",
            "labelspec migrate --class bike=bicycle data/train.json"
        )
        {
            paths,
            guideline,
            classes,
            attributes,
            values,
            aliases,
            dryRun,
            jobs,
        };
        command.SetAction(parsed =>
            new MigrateRun(context, parsed.GetValue(guideline), parsed.GetValue(jobs)).Run(
                parsed.GetValue(paths) ?? [],
                [
                    .. (parsed.GetValue(classes) ?? []).Select(text =>
                        Split(text, '=') is var (old, to) ? new LabelChange.OfClass(old, to) : null!
                    ),
                    .. (parsed.GetValue(attributes) ?? []).Select(text =>
                        Split(text, '=') is var (old, to) ? new LabelChange.OfAttribute(old, to) : null!
                    ),
                    .. (parsed.GetValue(values) ?? []).Select(text =>
                        Split(text, ':') is var (attribute, rest) && Split(rest, '=') is var (old, to)
                            ? (LabelChange)new LabelChange.OfValue(attribute, old, to)
                            : null!
                    ),
                ],
                parsed.GetValue(aliases),
                parsed.GetValue(dryRun)
            )
        );
        return command;
    }

    static Option<string[]> Renames(string name, string description, string form)
    {
        var option = new Option<string[]>(name)
        {
            Description = description + " May be given several times.",
            HelpName = form,
        };
        var needsAttribute = form.Contains(':', StringComparison.Ordinal);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Split(token.Value, '=') is not var (old, _) || (needsAttribute && Split(old, ':') is null))
                    result.AddError($"{name} is {form}, not '{token.Value}'");
        });
        return option;
    }

    /// <summary>The two sides of the first separator; null where one of them is empty.</summary>
    static (string Old, string New)? Split(string text, char separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1
            ? (text[..at], text[(at + 1)..])
            : null;
}
