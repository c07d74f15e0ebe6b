using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Engine.Judging;

/// <summary>Makes the runs of an analysis from the catalogue and from what tunes it.</summary>
static class CheckRuns
{
    public static List<CheckRun> Of(CheckContext context)
    {
        var runs = new List<CheckRun>();
        foreach (var info in CheckCatalogue.All)
        {
            var tunings = (context.Guideline?.Checks ?? [])
                .Where(tuning => tuning.Classes is not null && Names(tuning, info))
                .ToArray();
            // The rest is run first, even where it is off, as it counts what was judged.
            var rest = new CheckRun(CheckCatalogue.Create(info, context))
            {
                Categories = tunings.Length == 0 ? null : CategoriesOf(context, tunings, isIn: false),
            };
            if (rest.Check.Severity != Severity.Off)
                runs.Add(rest);
            foreach (var tuning in tunings)
            {
                var tuned = context with { Settings = SettingsResolution.Apply(tuning, context.Settings) };
                var run = new CheckRun(CheckCatalogue.Create(info, tuned))
                {
                    Categories = CategoriesOf(context, [tuning], isIn: true),
                    Counts = rest.Check.Severity == Severity.Off,
                };
                if (run.Check.Severity != Severity.Off)
                    runs.Add(run);
            }
        }

        return runs;
    }

    static bool Names(CheckTuning tuning, CheckInfo info) =>
        string.Equals(tuning.Code, info.Code, StringComparison.OrdinalIgnoreCase)
        || string.Equals(tuning.Code, info.Name, StringComparison.OrdinalIgnoreCase);

    static bool[] CategoriesOf(CheckContext context, CheckTuning[] tunings, bool isIn)
    {
        var categories = new bool[context.Dataset.Categories.Count];
        for (var category = 0; category < categories.Length; category++)
        {
            var symbol = context.Facts.ClassOf(category);
            categories[category] =
                isIn == (symbol is not null && tunings.Any(tuning => tuning.Classes!.Contains(symbol)));
        }

        return categories;
    }
}
