namespace LabelSpec.LanguageServer.Features.Housekeeping;

/// <summary>
/// Lets go of what keystrokes leave behind in the moments between them. Left to itself, the runtime collects when its room is
/// used up, which is while somebody waits for the answer to a keystroke.
/// </summary>
/// <param name="quietTime">How long nothing must have changed.</param>
/// <param name="enough">How many bytes must have been allocated since the last time.</param>
/// <param name="allocated">The bytes allocated so far.</param>
/// <param name="collect">Collects.</param>
sealed class QuietCollector(TimeSpan quietTime, long enough, Func<long> allocated, Action collect) : IDisposable
{
    readonly Lock _gate = new();
    Timer? _timer;
    long _before;
    bool _isOver;

    /// <summary>Something changed: whatever was about to happen waits.</summary>
    public void Postpone()
    {
        lock (_gate)
        {
            if (_isOver)
                return;
            _timer ??= new Timer(_ => CollectIfWorthwhile());
            _timer.Change(quietTime, Timeout.InfiniteTimeSpan);
        }
    }

    internal void CollectIfWorthwhile()
    {
        var now = allocated();
        if (now - Interlocked.Read(ref _before) < enough)
            return;
        Interlocked.Exchange(ref _before, now);
        collect();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _timer?.Dispose();
        }
    }
}
