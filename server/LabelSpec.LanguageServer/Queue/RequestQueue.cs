using System.Threading.Channels;

namespace LabelSpec.LanguageServer.Queue;

/// <summary>
/// Keeps the order of the client's messages where it matters. Changes run one by one, in the order of arrival, on the
/// loop itself; each reader gets the snapshot that the changes before it left behind, and runs beside the loop, so that
/// a slow hover never delays typing. Adding is synchronous: the order of calls is the order of work.
/// </summary>
/// <typeparam name="TSnapshot">Immutable state; a change replaces it.</typeparam>
public sealed class RequestQueue<TSnapshot>(TSnapshot initial, Action<TSnapshot> changed)
    where TSnapshot : class
{
    readonly Channel<Func<Task>> _work = Channel.CreateUnbounded<Func<Task>>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    TSnapshot _current = initial;

    /// <summary>The state after the last change that has run.</summary>
    public TSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Runs until <see cref="Complete"/> and the end of everything added before it.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false))
            await work().ConfigureAwait(false);
    }

    public void Complete() => _work.Writer.TryComplete();

    /// <summary>Adds a change. An exception goes to the caller, the state stays as it was, and the queue goes on.</summary>
    public Task<TResult> Change<TResult>(Func<TSnapshot, (TSnapshot Next, TResult Result)> change)
    {
        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(
            () =>
            {
                try
                {
                    var (next, result) = change(_current);
                    if (!ReferenceEquals(next, _current))
                    {
                        Volatile.Write(ref _current, next);
                        changed(next);
                    }

                    completion.SetResult(result);
                }
                catch (Exception problem) when (problem is not OutOfMemoryException)
                {
                    completion.SetException(problem);
                }

                return Task.CompletedTask;
            },
            () => completion.TrySetCanceled()
        );
        return completion.Task;
    }

    /// <summary>Adds a reader. It is not started when it was cancelled before its turn.</summary>
    public Task<TResult> Read<TResult>(
        Func<TSnapshot, CancellationToken, Task<TResult>> read,
        CancellationToken cancellation
    )
    {
        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(
            () =>
            {
                if (cancellation.IsCancellationRequested)
                {
                    completion.SetCanceled(cancellation);
                    return Task.CompletedTask;
                }

                var snapshot = _current;
                _ = Task.Run(
                    async () =>
                    {
                        try
                        {
                            completion.SetResult(await read(snapshot, cancellation).ConfigureAwait(false));
                        }
                        catch (OperationCanceledException)
                        {
                            completion.TrySetCanceled(cancellation);
                        }
                        catch (Exception problem) when (problem is not OutOfMemoryException)
                        {
                            completion.SetException(problem);
                        }
                    },
                    CancellationToken.None
                );
                return Task.CompletedTask;
            },
            () => completion.TrySetCanceled(CancellationToken.None)
        );
        return completion.Task;
    }

    void Add(Func<Task> work, Action refused)
    {
        if (!_work.Writer.TryWrite(work))
            refused();
    }
}
