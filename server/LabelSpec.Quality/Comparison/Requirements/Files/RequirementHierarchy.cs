using System.Collections.Immutable;
using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Gives requirements what they inherit (CVAT, <c>resolve_effective_requirements</c>): roots first, each before those that narrow
/// it, by their order, then by their numbers, and without numbers as the file has them.
/// </summary>
sealed class RequirementHierarchy(RequirementProblemLog problems, IReadOnlyList<RequirementDraft> drafts)
{
    public ImmutableArray<Requirement> Resolve()
    {
        ReportDoubles(draft => draft.Id?.ToString(), RequirementKey.Id);
        ReportDoubles(draft => draft.Name.Length == 0 ? null : draft.Name, RequirementKey.Name);
        var parents = drafts.ToDictionary(draft => draft, ParentOf);
        var children = drafts.Where(draft => parents[draft] is not null).ToLookup(draft => parents[draft]!);
        var resolved = ImmutableArray.CreateBuilder<Requirement>();
        var seen = new HashSet<RequirementDraft>();
        var waiting = new Stack<(RequirementDraft Draft, Inheritance? Parent)>();
        Push(drafts.Where(draft => draft.Parent is null), null);
        while (waiting.TryPop(out var next))
        {
            seen.Add(next.Draft);
            if (Effective(next.Draft, next.Parent) is not { } own)
                continue;
            resolved.Add(own.Requirement);
            Push(children[next.Draft], own);
        }

        foreach (var draft in drafts.Where(draft => parents[draft] is not null && !seen.Contains(draft)))
            if (IsInCircle(draft, parents))
                problems.Add(
                    ScoreProblems.RequirementHierarchy,
                    draft.Parent!.Start,
                    $"'{draft.Name}' is narrower than itself: its parents lead back to it"
                );
        return resolved.DrainToImmutable();

        // The first comes off the stack first.
        void Push(IEnumerable<RequirementDraft> siblings, Inheritance? parent)
        {
            foreach (
                var draft in siblings
                    .OrderBy(draft => draft.SortOrder)
                    .ThenBy(draft => draft.Id ?? long.MaxValue)
                    .Reverse()
            )
                waiting.Push((draft, parent));
        }
    }

    Inheritance? Effective(RequirementDraft draft, Inheritance? parent)
    {
        if (TypeOf(draft, parent?.Requirement) is not { } type)
            return null;
        if (parent is null)
            foreach (var (key, value) in draft.Inherited)
                problems.Add(
                    ScoreProblems.RequirementHierarchy,
                    value.Start,
                    $"'{draft.Name}' has no parent to inherit \"{key}\" from; leave the key out for CVAT's default"
                );
        var attributes = (parent?.Attributes ?? AttributeSettings.None).With(draft.Attributes);
        var filter = draft.Filter is null
            ? RequirementFilter.All
            : new FilterParser(problems, type).Parse(draft.Filter);
        return new(
            new()
            {
                Name = draft.Name,
                Id = draft.Id,
                ParentId = parent?.Requirement.Id,
                SortOrder = draft.SortOrder,
                IsEnabled = draft.IsEnabled,
                Type = type,
                Metric = draft.Metric ?? parent?.Requirement.Metric ?? RequirementMetric.Accuracy,
                RequiredScore = draft.RequiredScore ?? parent?.Requirement.RequiredScore ?? Requirement.DefaultScore,
                Parameters = draft.Change(parent?.Requirement.Parameters ?? ComparisonProfiles.Cvat274.Defaults),
                Attributes = attributes.Resolve(),
                Filter = (parent?.Requirement.Filter ?? RequirementFilter.All).And(filter),
            },
            attributes
        );
    }

    RequirementType? TypeOf(RequirementDraft draft, Requirement? parent)
    {
        if (draft.Type is not { } part)
        {
            if (parent is null)
                problems.Add(
                    ScoreProblems.RequirementHierarchy,
                    draft.Start,
                    $"'{draft.Name}' has no parent to inherit \"{RequirementKey.Type}\" from; say it here"
                );
            return parent?.Type;
        }

        var names = RequirementType.All.Select(type => type.Name).ToList();
        if (RequirementType.Find(part.Text) is not { } type)
        {
            problems.Add(
                ScoreProblems.RequirementValue,
                part.Start,
                $"\"{RequirementKey.Type}\" is one of {string.Join(", ", names)}, not '{part.Text}'"
                    + (NearestName.Find(part.Text, names) is { } nearest ? $"; did you mean \"{nearest}\"?" : "")
            );
            return null;
        }

        if (parent is null || parent.Type == type)
            return type;
        problems.Add(
            ScoreProblems.RequirementHierarchy,
            part.Start,
            $"'{draft.Name}' narrows a requirement of {parent.Type.Name} and can be of no other type; leave the key out"
        );
        return null;
    }

    RequirementDraft? ParentOf(RequirementDraft draft)
    {
        if (draft.Parent is not { } part)
            return null;
        var parent = part.Kind switch
        {
            JsonValueKind.Number => drafts.FirstOrDefault(each => each.Id is { } id && id == part.Number),
            JsonValueKind.String => drafts.FirstOrDefault(each => each.Name == part.Text),
            _ => null,
        };
        if (parent is null)
            problems.Add(
                ScoreProblems.RequirementHierarchy,
                part.Start,
                part.Kind is JsonValueKind.Number or JsonValueKind.String
                    ? $"no requirement of this file is {(part.Kind == JsonValueKind.String ? $"'{part.Text}'" : part.Number)}; parents must be here too"
                    : $"\"{RequirementKey.Parent}\" is the id or the name of a requirement"
            );
        return parent;
    }

    void ReportDoubles(Func<RequirementDraft, string?> keyOf, string key)
    {
        foreach (
            var same in drafts.Where(draft => keyOf(draft) is not null).GroupBy(keyOf).Where(same => same.Count() > 1)
        )
        foreach (var draft in same.Skip(1))
            problems.Add(
                ScoreProblems.RequirementHierarchy,
                draft.Start,
                $"another requirement has the {key} '{same.Key}' already"
            );
    }

    static bool IsInCircle(RequirementDraft draft, Dictionary<RequirementDraft, RequirementDraft?> parents)
    {
        var visited = new HashSet<RequirementDraft>();
        var current = parents[draft];
        while (current is not null && current != draft && visited.Add(current))
            current = parents[current];
        return current == draft;
    }

    /// <summary>What those below inherit.</summary>
    sealed record Inheritance(Requirement Requirement, AttributeSettings Attributes);
}
