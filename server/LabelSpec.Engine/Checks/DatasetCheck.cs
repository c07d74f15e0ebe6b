using LabelSpec.Engine.Live;

namespace LabelSpec.Engine.Checks;

/// <summary>Judges the data as a whole, once. Several such checks run beside each other.</summary>
public abstract class DatasetCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    public abstract void Judge(CheckReport report);

    /// <summary>As <see cref="Judge(CheckReport)"/>, on several threads where the check can be divided.</summary>
    internal virtual void Judge(CheckReport report, ParallelOptions options) => Judge(report);

    /// <summary>
    /// Whether it looks at nothing but images, their pictures, and what <see cref="Annotations.Model.Changes.DatasetChanges"/> takes to be the
    /// same: its verdict holds as long as no image changes.
    /// </summary>
    internal virtual bool IsAboutImagesAlone => false;

    /// <summary>As <see cref="Judge(CheckReport)"/>, where the check has judged an earlier version of the data.</summary>
    /// <param name="earlier">The same check of the earlier version.</param>
    /// <param name="touched">The rows that are not what they were; all others have their numbers still.</param>
    /// <param name="report">Where it leaves what it finds.</param>
    internal virtual void JudgeAfter(DatasetCheck earlier, TouchedRows touched, CheckReport report) => Judge(report);
}
