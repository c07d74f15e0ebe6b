namespace LabelSpec.LanguageServer.Features.CodeLenses;

/// <summary>What a click on a lens does.</summary>
enum LensAction
{
    /// <summary>It only says something.</summary>
    Nothing,
    RunTests,

    /// <summary>The violations of a rule are listed, where the client has a list.</summary>
    ListRule,

    /// <summary>The first violation of a rule appears on its picture.</summary>
    ShowRule,

    /// <summary>The first violation at a class appears on its picture.</summary>
    ShowClass,
}
