using System.Diagnostics;
using System.Globalization;

namespace LabelSpec.Cli.Running;

/// <summary>One line on the terminal that says how far the work is; nothing where errors do not go to a terminal.</summary>
sealed class ProgressLine(Terminal terminal) : IDisposable
{
    // Short work needs no progress, and a terminal no more than ten lines a second.
    static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(400);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    const string ClearLine = "\r\u001b[K";

    readonly Stopwatch _clock = Stopwatch.StartNew();
    readonly Lock _gate = new();
    TimeSpan _next = Silence;
    bool _shown;

    /// <summary>Progress through so many bytes; 0 when it is not known how many there are.</summary>
    public IProgress<long> Bytes(string what, long total)
    {
        var phase = Stopwatch.StartNew();
        return new Reports<long>(done => Show(() => TextOf(what, done, total, phase.Elapsed)));
    }

    /// <summary>Progress as a share from 0 to 1.</summary>
    public IProgress<double> Share(string what)
    {
        var phase = Stopwatch.StartNew();
        return new Reports<double>(done => Show(() => TextOf(what, done, phase.Elapsed)));
    }

    public void Dispose()
    {
        lock (_gate)
            if (_shown)
                terminal.Error.Write(ClearLine);
    }

    /// <summary><c>reading 120 of 480 MB, 310 MB/s, 1 s left</c></summary>
    internal static string TextOf(string what, long done, long total, TimeSpan elapsed)
    {
        const double Mega = 1e6;
        var rate = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        var amount = total > 0 ? $"{done / Mega:0} of {total / Mega:0} MB" : $"{done / Mega:0} MB";
        var left = total > done && rate > 0 ? $", {SecondsOf((total - done) / rate)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what} {amount}, {rate / Mega:0} MB/s{left}");
    }

    /// <summary><c>checking 45 %, 2 s left</c></summary>
    internal static string TextOf(string what, double done, TimeSpan elapsed)
    {
        var left = done is > 0.01 and < 1 ? $", {SecondsOf(elapsed.TotalSeconds * (1 - done) / done)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what} {done * 100:0} %{left}");
    }

    static string SecondsOf(double seconds) =>
        seconds < 90
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds):0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min");

    void Show(Func<string> text)
    {
        if (!terminal.ErrorIsTerminal || _clock.Elapsed < _next || !_gate.TryEnter())
            return;
        try
        {
            _next = _clock.Elapsed + Interval;
            _shown = true;
            terminal.Error.Write(ClearLine + text());
        }
        finally
        {
            _gate.Exit();
        }
    }

    // Unlike Progress<T>, it reports at once and on the thread that works.
    sealed class Reports<T>(Action<T> report) : IProgress<T>
    {
        void IProgress<T>.Report(T value) => report(value);
    }
}
