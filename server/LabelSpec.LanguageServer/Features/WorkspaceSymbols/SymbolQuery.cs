namespace LabelSpec.LanguageServer.Features.WorkspaceSymbols;

/// <summary>Whether a name is what somebody types who looks for it.</summary>
static class SymbolQuery
{
    /// <summary>All characters of the query are in the name, in this order; blanks and case do not matter.</summary>
    public static bool Matches(string name, string query)
    {
        var at = 0;
        foreach (var wanted in query)
        {
            if (char.IsWhiteSpace(wanted))
                continue;
            while (at < name.Length && char.ToLowerInvariant(name[at]) != char.ToLowerInvariant(wanted))
                at++;
            if (at++ >= name.Length)
                return false;
        }

        return true;
    }
}
