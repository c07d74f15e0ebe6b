namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Kinds of actions, as the protocol names them.</summary>
static class ActionKinds
{
    public const string QuickFix = "quickfix";
    public const string Extract = "refactor.extract";
    public const string Inline = "refactor.inline";
    public const string Rewrite = "refactor.rewrite";
    public const string FixAll = "source.fixAll.labelspec";

    public static IReadOnlyList<string> All { get; } = [QuickFix, Extract, Inline, Rewrite, FixAll];

    /// <summary>Whether somebody who asked for some kinds wants this one; asking for a kind asks for those below it.</summary>
    public static bool IsWanted(string kind, IReadOnlyList<string>? only) =>
        // What changes a whole file is done only when it is asked for by name.
        only is null or { Count: 0 }
            ? kind != FixAll
            : only.Any(wanted => kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal));
}
