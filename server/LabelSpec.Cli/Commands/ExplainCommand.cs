using System.CommandLine;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Reports.Help;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec explain TOPIC</c>: the page of a code, or a rule of the guideline.</summary>
static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var topic = new Argument<string>("TOPIC")
        {
            // Without it the help lists every completion.
            HelpName = "TOPIC",
            Description = "A code such as LS1001, or the name of a rule of the guideline.",
        };
        topic.CompletionSources.Add(_ => DiagnosticPages.Instance.Codes);
        var guideline = new Option<string>("--spec")
        {
            Description = "The guideline; the one of labelspec.yaml, or the nearest one, unless given.",
            HelpName = "FILE",
        };

        var command = new DocumentedCommand(
            "explain",
            "Explains a code or a rule: what is wrong, why it matters, how to repair it.",
            "labelspec explain LS1001",
            "labelspec explain --spec urban.labelspec one_class_per_vehicle"
        )
        {
            topic,
            guideline,
        };
        command.SetAction(parsed => Run(parsed.GetValue(topic)!, parsed.GetValue(guideline), context));
        return command;
    }

    static int Run(string topic, string? guideline, CommandContext context)
    {
        // A guideline is only looked for when the topic is no code, as most are.
        if (DiagnosticPages.Instance.Find(topic) is not { } page)
        {
            var rules = Guidelines(guideline, context);
            page =
                new GuidelineHelp(rules).Find(topic)
                ?? throw CommandFailure.Usage($"there is no code or rule '{topic}'{SuggestionFor(topic, rules)}");
        }

        context.Terminal.Write(page.Markdown);
        return ExitCode.Clean;
    }

    static List<Semantics.Symbols.Guideline> Guidelines(string? named, CommandContext context)
    {
        var finder = new Targets(named, new Projects());
        var path = finder.GuidelineOfFolder(".");
        finder.Remark(context.Terminal);
        return path is null ? [] : [LoadedGuideline.Load(path).Guideline];
    }

    static string SuggestionFor(string topic, List<Semantics.Symbols.Guideline> guidelines) =>
        Suggestion.For(
            topic,
            DiagnosticPages.Instance.Codes.Concat(
                guidelines.SelectMany(guideline => guideline.Rules).Select(rule => rule.Name)
            )
        );
}
