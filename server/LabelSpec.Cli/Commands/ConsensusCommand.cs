using System.CommandLine;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Cli.Running;
using LabelSpec.Cli.Scoring;
using LabelSpec.Grammar;
using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Consensus;
using LabelSpec.Reports.Scores;

namespace LabelSpec.Cli.Commands;

/// <summary><c>labelspec consensus</c>: makes one annotation file of several people's work.</summary>
static class ConsensusCommand
{
    public static Command Create(CommandContext context)
    {
        var work = new Argument<string[]>("WORK")
        {
            Description = "One file or folder for each annotator, or one file that names its annotators.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where the merged annotations go, as COCO JSON.",
            HelpName = "FILE",
            Required = true,
        };
        var method = new Option<string>("--method")
        {
            Description =
                "majority: a vote for each; weighted: votes by agreement with the majority; dawid-skene, mace: "
                + "probabilities from habits of error; cvat: as CVAT merges replicas.",
            DefaultValueFactory = _ => ConsensusWords.Of(ConsensusMethod.Majority),
        }.OneOf([.. Enum.GetValues<ConsensusMethod>().Select(ConsensusWords.Of)]);
        var profile = new Option<string>("--profile")
        {
            Description =
                "For --method cvat, which CVAT: cvat-classic, up to 2.73, with a quorum; cvat-2.74, from then on, with equal "
                + "labels first and without one.",
            DefaultValueFactory = _ => ComparisonProfiles.CvatClassic.Name,
        }.OneOf(ComparisonProfiles.CvatClassic.Name, ComparisonProfiles.Cvat274.Name);
        var quorum = new Option<double?>("--quorum")
        {
            Description =
                "Share of votes, or probability, that the winning answer needs: 0.5, and any vote for cvat-2.74, unless told.",
            HelpName = "SHARE",
        };
        quorum.MustBeShare();
        var overlap = new Option<double?>("--iou")
        {
            Description =
                "IoU from which two shapes may be one object: what the guideline's match says, or 0.5, unless told; 0.4 for cvat, whatever the guideline says.",
            HelpName = "SHARE",
        };
        overlap.MustBeShare();
        var geometry = new Option<string>("--geometry")
        {
            Description = "member: the shape of the annotator who is nearest to the others; average: the mean of all.",
            DefaultValueFactory = _ => "member",
        }.OneOf("member", "average");
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to report what was decided: text or json.",
            DefaultValueFactory = _ => "text",
        }.OneOf("text", "json");
        var guideline = ScoreGuideline.Option();
        var tables = new LabelTableOptions();
        var jobs = Threads.Option();

        var command = new DocumentedCommand(
            "consensus",
            "Makes one annotation file of the work of several people, and says what they did not decide.",
            "labelspec consensus anna.json ben.json cleo.json -o merged.json",
            "labelspec consensus --spec urban.labelspec anna.json ben.json cleo.json -o merged.json",
            "labelspec consensus --method dawid-skene --geometry average anna.json ben.json cleo.json -o merged.json",
            "labelspec consensus --method cvat --quorum 0.7 --format json a.xml b.xml c.xml -o merged.json"
        )
        {
            work,
            output,
            method,
            profile,
            quorum,
            overlap,
            geometry,
            guideline,
            format,
            jobs,
        };
        tables.AddTo(command, profile, overlap, geometry, guideline);
        command.SetAction(parsed =>
        {
            var chosen = Enum.GetValues<ConsensusMethod>()
                .First(each => ConsensusWords.Of(each) == parsed.GetValue(method));
            if (parsed.GetValue(tables.IsTable))
            {
                var table = tables.Read(parsed, parsed.GetValue(work)!, context);
                var (estimate, undecided) = LabelTableOptions.Decide(
                    table,
                    chosen,
                    parsed.GetValue(quorum) ?? new ConsensusSettings().Quorum,
                    parsed.GetValue(output)!
                );
                LabelsReport.WriteConsensus(
                    table,
                    estimate,
                    chosen,
                    undecided,
                    ScoreOptions.Context(context),
                    parsed.GetValue(format) == "json",
                    context.Terminal.Output
                );
                return ExitCode.Clean;
            }

            var basis =
                chosen != ConsensusMethod.Cvat ? new()
                : parsed.GetValue(profile) == ComparisonProfiles.CvatClassic.Name ? ConsensusSettings.Cvat
                : ConsensusSettings.Cvat274;
            if (chosen == ConsensusMethod.Cvat && parsed.GetValue(geometry) == "average")
                throw CommandFailure.Usage(
                    "--method cvat takes the shape of a member, as CVAT does: leave out --geometry"
                );
            var threads = parsed.GetValue(jobs);
            var rules = ScoreGuideline.Of(parsed.GetValue(guideline), parsed.GetValue(work)!, context)?.Guideline;
            var result = ConsensusAnalysis.Run(
                AnnotatorInputs.Read(parsed.GetValue(work)!, new ScoredData(context, threads)),
                basis with
                {
                    Method = chosen,
                    Quorum = parsed.GetValue(quorum) ?? basis.Quorum,
                    Overlap = parsed.GetValue(overlap) ?? basis.Overlap,
                    IsOverlapGiven = parsed.GetValue(overlap) is not null,
                    Guideline = rules,
                    AveragesShapes = parsed.GetValue(geometry) == "average",
                    Threads = threads,
                },
                context.Cancellation
            );
            var merged = ConsensusCoco.Of(result);
            ReplacedFile.Write(parsed.GetValue(output)!, stream => CocoWriter.Write(merged, stream));
            var report = ScoreOptions.Context(context);
            if (parsed.GetValue(format) == "json")
                ConsensusJson.Write(result, report, context.Terminal.Output);
            else
                ConsensusText.Write(result, report, context.Terminal.Output);
            return result.Findings.Any(finding => finding.Severity == Severity.Error)
                ? ExitCode.Findings
                : ExitCode.Clean;
        });
        return command;
    }
}
