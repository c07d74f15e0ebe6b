namespace LabelSpec.Engine.Live;

/// <summary>The rows that an edit touched, with rows around them: somebody who types goes on nearby.</summary>
sealed record TouchedRows(RowBlocks Annotations, RowBlocks Images);
