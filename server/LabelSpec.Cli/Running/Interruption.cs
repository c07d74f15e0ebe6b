using System.Runtime.InteropServices;

namespace LabelSpec.Cli.Running;

/// <summary>
/// Turns Ctrl-C and a request to terminate into cancellation. Work that does not notice soon is ended all the same,
/// as files are only ever replaced as a whole.
/// </summary>
sealed class Interruption : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration _interrupt;
    readonly PosixSignalRegistration _terminate;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_source.IsCancellationRequested)
            Environment.Exit(ExitCode.Cancelled);
        _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(ExitCode.Cancelled), TaskScheduler.Default);
        _source.Cancel();
    }
}
