using System.Diagnostics.CodeAnalysis;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Does numbered pieces of work on several threads and accepts the results in the order of the numbers. Only so many pieces
/// are begun beyond the last accepted one, so memory does not grow with their number.
/// </summary>
sealed class OrderedWork<TResult>
    where TResult : notnull
{
    readonly object gate = new();
    readonly Dictionary<int, TResult> waiting = [];
    readonly int count;
    readonly int ahead;
    readonly Func<int, TResult> work;
    readonly Func<TResult, bool> accept;
    int next;
    int accepted;
    bool isAccepting;
    bool isDone;

    OrderedWork(int count, int ahead, Func<int, TResult> work, Func<TResult, bool> accept)
    {
        this.count = count;
        this.ahead = ahead;
        this.work = work;
        this.accept = accept;
    }

    /// <param name="count">Number of pieces.</param>
    /// <param name="threads">Threads to use, this one among them.</param>
    /// <param name="ahead">Pieces that may be begun beyond the last accepted one.</param>
    /// <param name="work">Does one piece; called from several threads.</param>
    /// <param name="accept">Takes a result; called for one at a time, in order. False ends everything.</param>
    public static void Run(int count, int threads, int ahead, Func<int, TResult> work, Func<TResult, bool> accept)
    {
        var run = new OrderedWork<TResult>(count, Math.Max(1, ahead), work, accept);
        var others = new Task[Math.Max(0, Math.Min(threads, count) - 1)];
        for (var i = 0; i < others.Length; i++)
            others[i] = Task.Factory.StartNew(
                run.DoPieces,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        try
        {
            run.DoPieces();
        }
        finally
        {
            // Nobody may still be at work when the caller goes on.
            Task.WhenAll(others).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
        // This thread may have ended well while another met the exception.
        foreach (var other in others)
            other.GetAwaiter().GetResult();
    }

    void DoPieces()
    {
        try
        {
            while (TryTake(out var piece))
                HandIn(piece, work(piece));
        }
        catch
        {
            lock (gate)
            {
                isDone = true;
                Monitor.PulseAll(gate);
            }
            throw;
        }
    }

    bool TryTake(out int piece)
    {
        lock (gate)
        {
            while (!isDone && next < count && next - accepted >= ahead)
                Monitor.Wait(gate);
            piece = next;
            if (isDone || next >= count)
                return false;
            next++;
            return true;
        }
    }

    // Who finds the next result there accepts it, without holding up the others meanwhile.
    void HandIn(int piece, TResult result)
    {
        lock (gate)
        {
            waiting.Add(piece, result);
            if (isAccepting)
                return;
            isAccepting = true;
        }

        while (TryTakeTurn(out var turn))
            Accepted(accept(turn));
    }

    bool TryTakeTurn([MaybeNullWhen(false)] out TResult turn)
    {
        lock (gate)
        {
            turn = default;
            isAccepting = !isDone && waiting.Remove(accepted, out turn);
            return isAccepting;
        }
    }

    void Accepted(bool goesOn)
    {
        lock (gate)
        {
            isDone |= !goesOn;
            accepted++;
            Monitor.PulseAll(gate);
        }
    }
}
