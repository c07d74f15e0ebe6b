using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Engine.Judging;

/// <summary>Makes the runs of an analysis from the catalogue and from what tunes it.</summary>
static class CheckRuns
{
    /// <param name="context">What checks are made for, tuned for all classes.</param>
    /// <param name="user">What the command line and the project file say of checks, which a guideline cannot change.</param>
    public static List<CheckRun> Of(CheckContext context, CheckSettings user)
    {
        var runs = new List<CheckRun>();
        foreach (var info in CheckCatalogue.All)
        {
            var tunings = (context.Guideline?.Checks ?? [])
                .Where(tuning => tuning.Classes is not null && Names(tuning, info))
                // The most special first, and among equals the one that is written first.
                .OrderBy(tuning => tuning.Classes!.Count)
                .ToArray();
            if (tunings.Length == 0)
            {
                AddTo(runs, new(CheckCatalogue.Create(info, context)));
                continue;
            }

            // The rest is run first, even where it is off, as it counts what was judged.
            var counts = true;
            foreach (var group in Groups(context, tunings))
            {
                var settings = SettingsResolution.WithGuideline(user, context.Guideline, group.Tunings);
                var run = new CheckRun(CheckCatalogue.Create(info, context with { Settings = settings }))
                {
                    Categories = group.Categories,
                    Counts = counts,
                    IsRest = group.Tunings.Length == 0,
                };
                counts &= !AddTo(runs, run);
            }
        }

        return runs;
    }

    static bool AddTo(List<CheckRun> runs, CheckRun run)
    {
        if (run.Check.Severity == Severity.Off)
            return false;
        runs.Add(run);
        return true;
    }

    static bool Names(CheckTuning tuning, CheckInfo info) =>
        string.Equals(tuning.Code, info.Code, StringComparison.OrdinalIgnoreCase)
        || string.Equals(tuning.Code, info.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Categories that the same tunings speak of: first those of none, whether there are any or not.</summary>
    static List<(CheckTuning[] Tunings, bool[] Categories)> Groups(CheckContext context, CheckTuning[] tunings)
    {
        var count = context.Dataset.Categories.Count;
        var rest = (Tunings: Array.Empty<CheckTuning>(), Categories: new bool[count]);
        var groups = new List<(CheckTuning[] Tunings, bool[] Categories)> { rest };
        for (var category = 0; category < count; category++)
        {
            var symbol = context.Facts.ClassOf(category);
            var its = tunings.Where(tuning => symbol is not null && tuning.Classes!.Contains(symbol)).ToArray();
            var known = groups.FindIndex(group => group.Tunings.SequenceEqual(its));
            if (known < 0)
            {
                known = groups.Count;
                groups.Add((its, new bool[count]));
            }

            groups[known].Categories[category] = true;
        }

        return groups;
    }
}
