using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>Votes on the attributes of an object.</summary>
sealed class ConsensusAttributes(IReadOnlyList<AnnotatorWork> annotators, ConsensusSettings settings)
{
    /// <summary>
    /// For each attribute the value of most, with weights; undecided where the winner has not the quorum of those who gave
    /// any value, or another value has as much.
    /// </summary>
    public (
        ImmutableArray<ConsensusAttribute> Decided,
        ImmutableArray<(string Name, ImmutableArray<ReviewCandidate> Candidates)> Open
    ) Vote(IReadOnlyList<(int Annotator, int Row)> members, IReadOnlyList<double> weights)
    {
        var decided = ImmutableArray.CreateBuilder<ConsensusAttribute>();
        var open = ImmutableArray.CreateBuilder<(string, ImmutableArray<ReviewCandidate>)>();
        foreach (var (name, answers) in AnswersOf(members))
        {
            var total = answers.Sum(answer => weights[answer.Member]);
            var groups = answers
                .GroupBy(answer => answer.Value)
                .Select(group =>
                    (group.Key, Members: group.ToList(), Weight: group.Sum(answer => weights[answer.Member]))
                )
                .OrderByDescending(group => group.Weight)
                .ToList();
            var isTie = groups.Count > 1 && groups[0].Weight <= groups[1].Weight + 1e-12;
            if (!isTie && groups[0].Weight >= settings.Quorum * total - 1e-12)
                decided.Add(new(name, groups[0].Key, groups[0].Members.Count, answers.Count));
            else
                open.Add(
                    (
                        name,
                        [
                            .. groups.Select(group => new ReviewCandidate(
                                group.Key.ToString(),
                                [.. group.Members.Select(answer => members[answer.Member].Annotator)],
                                group.Weight / total
                            )),
                        ]
                    )
                );
        }

        return (decided.ToImmutable(), open.ToImmutable());
    }

    IEnumerable<(string Name, List<Answer> Answers)> AnswersOf(IReadOnlyList<(int Annotator, int Row)> members)
    {
        var names = members
            .SelectMany(member => annotators[member.Annotator].Dataset.Annotations.Attributes.Columns)
            .Select(column => column.Name)
            .Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            List<Answer> answers = [];
            for (var i = 0; i < members.Count; i++)
                if (
                    annotators[members[i].Annotator]
                        .Dataset.Annotations.Attributes.TryGet(members[i].Row, name, out var value)
                )
                    answers.Add(new(i, value));
            if (answers.Count > 0)
                yield return (name, answers);
        }
    }

    readonly record struct Answer(int Member, AttributeValue Value);
}
