using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.TestSupport;
using Check = LabelSpec.Engine.Checks.Check;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>Data that is divided anywhere and added up in any order is judged as if it had not been divided.</summary>
public sealed class EvidenceTests
{
    public static TheoryData<string> Codes =>
        [.. CheckCatalogue.All.Where(info => EvidenceOf(info) is not null).Select(info => info.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Evidence_of_parts_adds_up_to_that_of_the_whole(string code)
    {
        var context = ContextOf(CheckFixtures.Read(code, "violating"));
        var info = CheckCatalogue.Find(code)!;
        var whole = Violations(context, info, check => ((DatasetCheck)check).Judge);
        Assert.NotEmpty(whole);

        Gen.Double[0, 1]
            .List[0, 6]
            .Select(Gen.Bool)
            .Holds(
                (cuts, reversed) =>
                    Assert.Equal(whole, Violations(context, info, check => Parts(check, cuts, reversed)))
            );
    }

    static Action<CheckReport> Parts(Check check, List<double> cuts, bool reversed)
    {
        var method = typeof(EvidenceTests)
            .GetMethod(nameof(Judge), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(EvidenceOf(check.Info)!);
        return report => method.Invoke(null, [check, report, cuts, reversed]);
    }

    static void Judge<TEvidence>(EvidenceCheck<TEvidence> check, CheckReport report, List<double> cuts, bool reversed)
        where TEvidence : class, IEvidence<TEvidence>
    {
        int[] edges = [0, .. cuts.Order().Select(cut => (int)(cut * check.RowCount)), check.RowCount];
        var parts = edges.Zip(edges.Skip(1), check.Collect).ToList();
        if (reversed)
            parts.Reverse();
        foreach (var part in parts.Skip(1))
            parts[0].Add(part);
        check.Judge(parts[0], report);
    }

    static List<(Violation, string)> Violations(
        CheckContext context,
        CheckInfo info,
        Func<Check, Action<CheckReport>> judging
    )
    {
        var log = new ViolationLog(1);
        var check = CheckCatalogue.Create(info, context);
        judging(check)(new CheckReport(log, 0, new CheckRun(check), context.Dataset));
        return [.. log.Violations.Select(violation => (violation, check.Explain(violation).Message))];
    }

    static CheckContext ContextOf(Dataset dataset) => new(dataset, null, CheckSettings.Default);

    static Type? EvidenceOf(CheckInfo info)
    {
        var check = CheckCatalogue.Create(info, ContextOf(DatasetReader.Read(Array.Empty<string>())));
        for (var type = check.GetType(); type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EvidenceCheck<>))
                return type.GetGenericArguments()[0];
        return null;
    }
}
