using System.Diagnostics;

namespace LabelSpec.LanguageServer.Session;

/// <summary>Watches the editor's process: a server must not outlive an editor that died without saying `exit`.</summary>
static class ClientProcess
{
    public static void ExitWith(int? process, Action gone)
    {
        if (process is not { } id)
            return;
        try
        {
            var client = Process.GetProcessById(id);
            client.EnableRaisingEvents = true;
            client.Exited += (_, _) => gone();
            if (client.HasExited)
                gone();
        }
        catch (Exception problem)
            when (problem
                    is ArgumentException
                        or InvalidOperationException
                        or UnauthorizedAccessException
                        or System.ComponentModel.Win32Exception
            )
        {
            // Not ours to see: a container, another user. The end of the input still ends the session.
        }
    }
}
