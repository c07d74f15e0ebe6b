using System.CommandLine;
using LabelSpec.Annotations.Project;
using LabelSpec.Cli.Running;
using LabelSpec.Quality.Comparison;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec schema NAME</c>: the JSON Schemas, for editors and for programs that read reports.</summary>
static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var schemas = new Dictionary<string, string>
        {
            ["project"] = ProjectSchema.Text,
            ["report"] = ReportSchema.Text,
            ["comparison"] = ReportSchema.Comparison,
            ["requirements"] = RequirementSchema.Text,
        };
        var name = new Argument<string>("NAME")
        {
            // Without it the help lists every completion.
            HelpName = "NAME",
            Description =
                "project: labelspec.yaml; report: what check --format json prints; comparison: what compare --format json prints; requirements: what compare --requirements reads.",
        }.OneOf([.. schemas.Keys]);

        var command = new DocumentedCommand(
            "schema",
            "Prints the JSON Schema of the project file, of requirements, or of a JSON report.",
            "labelspec schema project > labelspec.schema.json",
            "labelspec schema report"
        )
        {
            name,
        };
        command.SetAction(parsed =>
        {
            context.Terminal.Write(schemas[parsed.GetValue(name)!]);
            return ExitCode.Clean;
        });
        return command;
    }
}
