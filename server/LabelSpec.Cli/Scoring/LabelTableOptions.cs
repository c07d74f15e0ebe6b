using System.CommandLine;
using System.Globalization;
using LabelSpec.Cli.Running;
using LabelSpec.Quality.Consensus;
using LabelSpec.Quality.Consensus.Labels;
using LabelSpec.Quality.Consensus.Models;

namespace LabelSpec.Cli.Scoring;

/// <summary>The options of commands that also take tables of labels, and what is done with them.</summary>
sealed class LabelTableOptions
{
    public Option<bool> IsTable { get; } =
        new("--labels")
        {
            Description = "The input is a table (CSV or TSV) of annotator, item and label instead of annotations.",
        };

    public Option<string> Columns { get; } =
        new("--columns")
        {
            Description = "Names of the columns of --labels, where the table has a head of other words.",
            HelpName = "ANNOTATOR,ITEM,LABEL",
        };

    /// <param name="ofAnnotations">Options that mean nothing to a table: with --labels they are refused.</param>
    public void AddTo(Command command, params Option[] ofAnnotations)
    {
        command.Options.Add(IsTable);
        command.Options.Add(Columns);
        command.Refuse(
            result => result.GetValue(IsTable) ? null : $"names the columns of a table: it needs {IsTable.Name}",
            Columns
        );
        command.Refuse(
            result =>
                result.GetValue(IsTable) ? $"is for annotations; a table of labels ({IsTable.Name}) has none" : null,
            ofAnnotations
        );
    }

    public LabelTable Read(ParseResult parsed, IReadOnlyList<string> paths, CommandContext context)
    {
        if (paths is not [var path])
            throw CommandFailure.Usage("--labels takes one table");
        try
        {
            using var reader = File.OpenText(path);
            var table = LabelTableReader.Read(reader, parsed.GetValue(Columns)?.Split(','));
            if (!table.ProbableHead.IsEmpty)
                context.Terminal.Error.WriteLine(
                    $"labelspec: {path}:1: nothing in the first row occurs again; if it is a head, give "
                        + $"{Columns.Name} {string.Join(',', table.ProbableHead)}"
                );
            return table;
        }
        catch (LabelTableException problem)
        {
            throw CommandFailure.Unreadable($"{path}:{problem.Line}: {problem.Message}");
        }
    }

    /// <summary>Decides every item and writes <c>item,label,probability,votes</c>; returns the estimate and what is open.</summary>
    public static (LabelEstimate Estimate, int Undecided) Decide(
        LabelTable table,
        ConsensusMethod method,
        double quorum,
        string output
    )
    {
        var estimate = method switch
        {
            ConsensusMethod.DawidSkene => DawidSkene.Fit(table.Votes),
            ConsensusMethod.Mace => Mace.Fit(table.Votes),
            ConsensusMethod.Weighted => WeightedVote.Fit(table.Votes),
            ConsensusMethod.Majority => MajorityVote.Fit(table.Votes),
            _ => throw CommandFailure.Usage("--method cvat merges shapes; tables of labels have none"),
        };
        var answers = table.Votes.Votes.CountBy(vote => vote.Item).ToDictionary();
        var undecided = 0;
        ReplacedFile.Write(
            output,
            stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                writer.WriteLine("item,label,probability,votes");
                for (var item = 0; item < table.Items.Length; item++)
                {
                    var probabilities = estimate.Of(item);
                    var best = estimate.BestOf(item);
                    var isTie = probabilities.Count(probabilities[best]) > 1;
                    var isDecided = !isTie && probabilities[best] >= quorum - 1e-12;
                    undecided += isDecided ? 0 : 1;
                    writer.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Quoted(table.Items[item])},{(isDecided ? Quoted(table.Labels[best]) : "")},"
                                + $"{probabilities[best]:R},{answers.GetValueOrDefault(item)}"
                        )
                    );
                }
            }
        );
        return (estimate, undecided);
    }

    static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
