using System.Runtime.CompilerServices;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>Memory stays flat because nothing holds versions that were typed over: what is counted is who is still alive.</summary>
public sealed class RetentionTests
{
    const int Edits = 400;

    /// <summary>The newest, the one before for requests that began earlier, and what threads still hold in their registers.</summary>
    const int MostAlive = 6;

    [Theory]
    [InlineData("guideline/urban_driving.labelspec", "A pickup", "x")]
    [InlineData("data/train.json", "\"file_name\": \"", "x")]
    public async Task Versions_that_were_typed_over_are_let_go(string file, string at, string typed)
    {
        await using var session = await DrivingSession.StartAsync();
        var path = session.PathOf(file);
        await session.OpenAsync(session.Train);
        if (path != session.Train)
            await session.OpenAsync(path);
        var versions = new List<WeakReference>();
        var contents = new List<WeakReference>();
        var text = File.ReadAllText(path);
        for (var edit = 0; edit < Edits; edit++)
        {
            text =
                edit % 2 == 0
                    ? await session.ReplaceAsync(path, text, at, at + typed, edit + 2)
                    : await session.ReplaceAsync(path, text, at + typed, at, edit + 2);
            await session.DiagnosticsAsync(path);
            Remember(session, path, versions, contents);
        }

        // Work that began for an earlier version ends on its own; until then it holds what it looks at.
        for (var i = 0; i < 100 && (Alive(versions) > MostAlive || Alive(contents) > MostAlive); i++)
        {
            await Task.Delay(100);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(Edits, versions.Count);
        Assert.InRange(Alive(versions), 1, MostAlive);
        Assert.InRange(Alive(contents), 1, MostAlive);
    }

    // Not inlined: a reference in the caller's frame would keep a version alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Remember(
        DrivingSession session,
        string path,
        List<WeakReference> versions,
        List<WeakReference> contents
    )
    {
        var snapshot = session.Client.Session.Queue.Current;
        versions.Add(new WeakReference(snapshot));
        contents.Add(new WeakReference(snapshot.DocumentAt(path)!.Content));
    }

    static int Alive(List<WeakReference> references) => references.Count(reference => reference.IsAlive);
}
