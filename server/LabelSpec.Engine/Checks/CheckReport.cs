using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks;

/// <summary>Where a check leaves what it found; one for each check and worker.</summary>
public sealed class CheckReport
{
    readonly ViolationLog log;
    readonly int source;
    readonly CheckRun run;
    readonly Dataset dataset;

    internal CheckReport(ViolationLog log, int source, CheckRun run, Dataset dataset) =>
        (this.log, this.source, this.run, this.dataset) = (log, source, run, dataset);

    /// <summary>Says how many things were judged; each counts as satisfied until a violation or a doubt is left for it.</summary>
    public void Judged(long things = 1)
    {
        if (run.Counts)
            log.Satisfied(source, things);
    }

    /// <summary>One of the judged things is violated.</summary>
    public void Violated(in Violation violation)
    {
        if (!run.SpeaksOf(dataset, violation))
            return;
        log.Satisfied(source, -1);
        log.Violated(source, violation);
    }

    /// <summary>One of the judged things cannot be decided, as something that it depends on is missing or broken.</summary>
    public void Undecidable()
    {
        if (!run.Counts)
            return;
        log.Satisfied(source, -1);
        log.Undecidable(source);
    }
}
