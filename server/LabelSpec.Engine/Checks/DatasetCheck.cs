namespace LabelSpec.Engine.Checks;

/// <summary>Judges the data as a whole, once. Several such checks run beside each other.</summary>
public abstract class DatasetCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    public abstract void Judge(CheckReport report);

    /// <summary>As <see cref="Judge(CheckReport)"/>, on several threads where the check can be divided.</summary>
    internal virtual void Judge(CheckReport report, ParallelOptions options) => Judge(report);
}
