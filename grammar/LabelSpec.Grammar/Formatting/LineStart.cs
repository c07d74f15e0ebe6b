namespace LabelSpec.Grammar.Formatting;

/// <summary>The beginning of a line: the indentation of its token, and of the comments above it.</summary>
readonly record struct LineStart(int Indent, int CommentIndent, EmptyLines EmptyLines);
