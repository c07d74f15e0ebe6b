using System.Collections.Immutable;
using LabelSpec.LanguageServer.Features.Annotations;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.CodeLenses;
using LabelSpec.LanguageServer.Features.Colors;
using LabelSpec.LanguageServer.Features.Commands;
using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Definition;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Features.DocumentLinks;
using LabelSpec.LanguageServer.Features.DocumentSymbols;
using LabelSpec.LanguageServer.Features.FileRenames;
using LabelSpec.LanguageServer.Features.Folding;
using LabelSpec.LanguageServer.Features.Formatting;
using LabelSpec.LanguageServer.Features.Hierarchies;
using LabelSpec.LanguageServer.Features.Housekeeping;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.InlayHints;
using LabelSpec.LanguageServer.Features.LinkedEditing;
using LabelSpec.LanguageServer.Features.Pages;
using LabelSpec.LanguageServer.Features.Progress;
using LabelSpec.LanguageServer.Features.References;
using LabelSpec.LanguageServer.Features.Rename;
using LabelSpec.LanguageServer.Features.SelectionRanges;
using LabelSpec.LanguageServer.Features.SemanticTokens;
using LabelSpec.LanguageServer.Features.SignatureHelp;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Features.Synchronization;
using LabelSpec.LanguageServer.Features.WorkspaceSymbols;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;

namespace LabelSpec.LanguageServer.Features;

/// <summary>Every kind of document and every feature. A new one is a folder beside this file and a line here.</summary>
public static class AllFeatures
{
    public static ImmutableArray<IDocumentKind> Kinds { get; } =
    [new GuidelineKind(), new ProjectKind(), new AnnotationKind()];

    /// <summary>Sources of diagnostics stand before the features that deliver them.</summary>
    public static ImmutableArray<IFeature> Create() =>
        [
            new SynchronizationFeature(),
            new WorkspaceFoldersFeature(),
            new WatchedFilesFeature(),
            new SettingsFeature(),
            new ProgressFeature(),
            new GuidelineDiagnosticsFeature(),
            new ProjectDiagnosticsFeature(),
            new AnnotationFeatures(),
            new DiagnosticsFeature(),
            new CompletionFeature(),
            new HoverFeature(),
            new DefinitionFeature(),
            new ReferencesFeature(),
            new RenameFeature(),
            new DocumentSymbolsFeature(),
            new WorkspaceSymbolsFeature(),
            new FormattingFeature(),
            new FoldingFeature(),
            new SelectionRangesFeature(),
            new DocumentLinksFeature(),
            new ColorsFeature(),
            new CodeActionsFeature(),
            new SemanticTokensFeature(),
            new SignatureHelpFeature(),
            new LinkedEditingFeature(),
            new InlayHintsFeature(),
            new SpecTestsFeature(),
            new AddTestFeature(),
            new CodeLensesFeature(),
            new TypeHierarchyFeature(),
            new CallHierarchyFeature(),
            new FileRenamesFeature(),
            new PagesFeature(),
            new CommandsFeature(),
            new HousekeepingFeature(),
        ];
}
