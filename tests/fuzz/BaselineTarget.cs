using System.Text;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Fuzz.Tests;

/// <summary>A baseline is read, or it is said what is wrong with it; what was read can be written again.</summary>
sealed class BaselineTarget : IFuzzTarget
{
    public string Name => "baseline";

    public IReadOnlyList<FuzzCase> Seeds { get; } =
    [
        new(
            "baseline.json",
            Encoding.UTF8.GetBytes(
                """
                {
                  "version": 1,
                  "known": {
                    "LS3203": { "4d5e0badc0ffee11-1": 2, "4d5e0badc0ffee12-1": 1 },
                    "one_class_per_vehicle": { "aaaa0badc0ffee11-1": 7 }
                  }
                }
                """
            )
        ),
    ];

    public void Examine(FuzzCase one)
    {
        if (!BaselineFile.TryRead(one.Bytes, out var baseline, out var problem))
        {
            Assert.NotEmpty(problem!);
            return;
        }

        var written = new MemoryStream();
        BaselineFile.Write(baseline, written);
        Assert.True(BaselineFile.TryRead(written.ToArray(), out _, out _));
    }
}
