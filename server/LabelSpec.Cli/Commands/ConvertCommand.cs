using System.CommandLine;
using LabelSpec.Annotations.Writing;
using LabelSpec.Cli.Converting;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec convert</c>: writes annotations in another format.</summary>
static class ConvertCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new Argument<string>("INPUT") { Description = "Annotation file, folder or glob." };
        var output = new Argument<string>("OUTPUT")
        {
            Description = "The file to write, or the folder for formats of many files. It must not exist.",
        };
        var to = new Option<string>("--to")
        {
            Description = "The format to write.",
            HelpName = string.Join('|', FormatWriters.All.Select(writer => writer.Id)),
            Required = true,
        }.OneOf([.. FormatWriters.All.Select(writer => writer.Id)]);
        var allowLoss = new Option<bool>("--allow-loss")
        {
            Description = "Write although the format has no place for some of the data.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be lost, and write nothing." };
        var command = new DocumentedCommand(
            "convert",
            "Writes annotations in another format, and says beforehand what it has no place for.",
            "labelspec convert data/train.json --to yolo out/",
            "labelspec convert --dry-run data/annotations.xml --to coco out.json"
        )
        {
            input,
            output,
            to,
            allowLoss,
            dryRun,
        };
        command.SetAction(parsed =>
            new ConvertRun(context, FormatWriters.Find(parsed.GetValue(to)!)!).Run(
                parsed.GetValue(input)!,
                parsed.GetValue(output)!,
                parsed.GetValue(allowLoss),
                parsed.GetValue(dryRun)
            )
        );
        return command;
    }
}
