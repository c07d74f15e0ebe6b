using System.CommandLine;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Commands;

/// <summary>All commands. A new one is a class in this folder and a line here.</summary>
static class Root
{
    public static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand("Checks annotations against labeling guidelines that machines can read.")
        {
            AgreeCommand.Create(context),
            CheckCommand.Create(context),
            ChecksCommand.Create(context),
            ConsensusCommand.Create(context),
            ConvertCommand.Create(context),
            EvaluateCommand.Create(context),
            CompareCommand.Create(context),
            FixCommand.Create(context),
            FormatCommand.Create(context),
            ExplainCommand.Create(context),
            LanguageServerCommand.Create(context),
            MergeCommand.Create(context),
            MigrateCommand.Create(context),
            SchemaCommand.Create(context),
            SuspectsCommand.Create(context),
            TestCommand.Create(context),
        };
        HelpWithExamples.Use(root);
        return root;
    }
}
