namespace LabelSpec.Annotations.Formats;

/// <param name="Reason">One sentence for people, such as "the file declares no category 'truck'".</param>
public sealed record RefusedChange(ElementChange Change, string Reason);
